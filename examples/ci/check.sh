#!/usr/bin/env bash
# A check of a pull request that changes integrations.json: what is wrong with the list as it is to
# be, and which messages the change sends another way. Mistakes fail the check. Differences do not:
# they are what the pull request is for, and its reviewer gets to see them, each with a message that
# shows it.
#
#   bash examples/ci/check.sh [before] [after]
#
# In a workflow the file before comes from the branch that is merged into:
#
#   git show "origin/$GITHUB_BASE_REF:integrations.json" > before.json
#   bash check.sh before.json integrations.json
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
before=$(realpath "${1:-$root/examples/ci/main.json}")
after=$(realpath "${2:-$root/examples/ci/pull-request.json}")
cd "$root"

# In a project of yours: npx integration-router "$@"
router() { node --import tsx cli/main.ts "$@"; }

echo "== Mistakes"
router lint "${after#"$root/"}"

echo "== Routing"
status=0
router diff "${before#"$root/"}" "${after#"$root/"}" || status=$?
case $status in
  0) echo "Proved: every message goes where it went before." ;;
  1) echo "Messages go another way: the reviewer has to want that." ;;
  3) echo "What was not decided, the reviewer has to look at." ;;
  *) exit "$status" ;;
esac

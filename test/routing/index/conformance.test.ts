import { describe } from "@jest/globals";
import { equality } from "./cases/equality.js";
import { groups } from "./cases/groups.js";
import { intervals } from "./cases/intervals.js";
import { lists } from "./cases/lists.js";
import { oddValues } from "./cases/odd-values.js";
import { paths } from "./cases/paths.js";
import { patterns } from "./cases/patterns.js";
import { policies } from "./cases/policies.js";
import { rules } from "./cases/rules.js";
import { scopes } from "./cases/scopes.js";
import { STRATEGIES } from "./support/strategies.js";

// One suite for every way a router can answer: what it says holds for all of them.

describe.each(STRATEGIES)("%s", (_, make) => {
  equality(make);
  intervals(make);
  patterns(make);
  lists(make);
  oddValues(make);
  groups(make);
  paths(make);
  scopes(make);
  policies(make);
  rules(make);
});

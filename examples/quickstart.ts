// A platform's messages over its integrations, straight from the export as the API answers it.
//
//   npm start

import {
  createRouter,
  formatExplanation,
  type Issue,
  parseIntegrations,
  type Reason,
} from "integration-router";
import { type Ink, painter, wantsColor } from "../cli/output/paint.js";
import { callOptions, type Message, readIntegrations, readMessages } from "./support/data.js";
import { table } from "./support/table.js";
import { wrap } from "./support/text.js";

const WIDTH = 100;
const MARGIN = "  ";

const REASONS: Readonly<Record<Reason, { readonly ink: Ink; readonly meaning: string }>> = {
  "targeting-match": { ink: "green", meaning: "first in order of those whose conditions pass" },
  default: { ink: "cyan", meaning: "no conditions claim the message" },
  identifier: { ink: "magenta", meaning: "the message itself names the integration" },
  none: { ink: "yellow", meaning: "nothing may serve, so nothing is sent" },
  blocked: { ink: "red", meaning: "a record with a mistake might have been the one" },
};

const color = wantsColor(process.stdout, process.env);
const paint = painter(color);

const { integrations, issues } = parseIntegrations(readIntegrations());
const router = createRouter(integrations);
const messages = readMessages();

title("integration-router", `${messages.length} messages over ${router.size} integrations`);
print(
  "Fernway hosts web shops, Fernway Pay takes their payments: two organizations in one export.",
  "",
  ...routing(messages),
);

title("Set aside", "a record whose conditions have a mistake matches nothing, and says why");
for (const issue of issues) print(...description(issue));

for (const message of messages.filter(({ show }) => show === "chain")) {
  title("Failover", message.name);
  print(chain(message));
}

for (const message of messages.filter(({ show }) => show === "explanation")) {
  title("Why", message.name);
  print(...explanation(message));
}

print("");

/** One row a message, and under them what the reasons mean. */
function routing(messages: readonly Message[]): string[] {
  const tally = new Map<string, number>();
  const rows = messages.map(({ name, context, options }) => {
    const { integration, reason } = router.resolve(context, callOptions(options));
    tally.set(reason, (tally.get(reason) ?? 0) + 1);
    const channel = context.channel ?? context.kind ?? "";
    return [name, channel, integration?.identifier ?? "-", integration?.providerId ?? "-", reason];
  });
  const inkOf = (reason: string) => (isReason(reason) ? REASONS[reason].ink : undefined);
  const columns = [
    { title: "MESSAGE" },
    { title: "CHANNEL", ink: () => "dim" as const },
    { title: "INTEGRATION", ink: (cell: string) => (cell === "-" ? "dim" : "bold") },
    { title: "PROVIDER" },
    { title: "REASON", ink: inkOf },
  ] as const;
  const legend = Object.entries(REASONS).map(
    ([reason, { ink, meaning }]) =>
      `${String(tally.get(reason) ?? 0).padStart(3)} ${paint(ink, reason.padEnd(15))}  ${paint("dim", meaning)}`,
  );
  return [...table(columns, rows, paint), "", ...legend];
}

/** Which record an issue is in, and what it says, its place in the record included. */
function description({ integration, code, message }: Issue): string[] {
  const { identifier = "?", providerId = "?", channel = "?" } = integration ?? {};
  return [
    `${paint("bold", identifier)} (${providerId}, ${channel})  ${paint("red", code)}`,
    message,
  ];
}

/** What a worker would try, one after the other. */
function chain({ context, options }: Message): string {
  return router
    .rank(context, callOptions(options))
    .map(({ identifier }, at) => `${paint("dim", `${at + 1}`)} ${paint("bold", identifier)}`)
    .join(paint("dim", "  →  "));
}

function explanation({ context, options }: Message): string[] {
  return formatExplanation(router.explain(context, callOptions(options)), { color }).split("\n");
}

function title(name: string, about: string): void {
  console.log(`\n${MARGIN}${paint("bold", name)}  ${paint("dim", about)}\n`);
}

function print(...lines: readonly string[]): void {
  for (const line of lines) {
    for (const part of wrap(MARGIN + line, WIDTH)) console.log(part.trimEnd());
  }
}

function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}

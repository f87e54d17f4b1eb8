import {
  type Integration,
  type IntegrationRef,
  type Issue,
  parseIntegrations,
} from "integration-router";
import { Failure } from "../failure.js";
import { type CommonOptions, type Narrowing, semanticsOf } from "../options.js";
import { parseJson } from "./parse-json.js";
import { openSource, readAll } from "./source.js";

/** The records of a file, narrowed to those that are asked for. */
export interface RuleSet {
  /** What messages call the file. */
  readonly name: string;
  readonly records: readonly Integration[];
  /** Where each of the records stands in the file. */
  readonly places: readonly number[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a file of integrations: a list, or Novu's API answer.
 *
 * @param file - the file's name, or `-` for standard input
 * @throws Failure where it cannot be read, or is neither
 */
export async function readRuleSet(file: string, options: CommonOptions): Promise<RuleSet> {
  const source = await openSource(file);
  const { name } = source;
  const input = parseJson(await readAll(source), name);
  const semantics = await semanticsOf(options);
  const { integrations, issues } = parseIntegrations(input, { semantics });
  const notAList = issues.find(({ code }) => code === "not-a-list");
  if (notAList !== undefined) throw new Failure(`${name}: ${notAList.message}`);

  const placed = placeRecords(integrations, issues);
  const kept = placed.filter(({ record }) => isWanted(record, options));
  const wanted = new Set(kept.map(({ place }) => place));
  return {
    name,
    records: kept.map(({ record }) => record),
    places: kept.map(({ place }) => place),
    issues: issues.filter(
      // What is no record is of no channel and of no tenant: it is told of in any case.
      ({ code, integration }) =>
        code === "not-an-object" || integration === undefined || wanted.has(integration.index),
    ),
  };
}

/**
 * Refuses to go on with nothing: a mistyped id would otherwise look like a list without mistakes.
 *
 * @throws Failure where the options left none of the records
 */
export function requireRecords(options: CommonOptions, ...sets: readonly RuleSet[]): void {
  const names = (["channel", "environment", "organization"] as const).filter(
    (name) => options[name] !== undefined,
  );
  if (names.length === 0 || sets.some(({ records }) => records.length > 0)) return;
  const asked = names.map((name) => `--${name} ${options[name]}`).join(" ");
  const files = sets.map(({ name }) => name).join(", ");
  throw new Failure(`${files}: found no integration with ${asked}`);
}

/** An integration as messages name it, at its place in the file. */
export function inFile<R extends IntegrationRef>(ref: R, { places }: RuleSet): R {
  return { ...ref, index: places[ref.index] ?? ref.index };
}

interface PlacedRecord {
  readonly record: Integration;
  readonly place: number;
}

/** The records with their places: entries that are no objects are not among the records. */
function placeRecords(
  integrations: readonly Integration[],
  issues: readonly Issue[],
): PlacedRecord[] {
  const skipped = new Set(
    issues
      .filter(({ code }) => code === "not-an-object")
      .map(({ integration }) => integration?.index),
  );
  let place = 0;
  return integrations.map((record) => {
    while (skipped.has(place)) place++;
    return { record, place: place++ };
  });
}

/** An agent's channel, where it has one, is not read; it is of none. */
function isWanted(record: Integration, { channel, environment, organization }: Narrowing): boolean {
  const isOfChannel =
    channel === undefined || (record.kind !== "agent" && record.channel === channel);
  return (
    isOfChannel &&
    isOf(environment, record._environmentId) &&
    isOf(organization, record._organizationId)
  );
}

/** Ids are compared as text; in JSON, those that have one are strings and numbers. */
function isOf(wanted: string | undefined, id: unknown): boolean {
  if (wanted === undefined) return true;
  return (typeof id === "string" || typeof id === "number") && String(id) === wanted;
}

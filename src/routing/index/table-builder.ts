import type { Access } from "../../operators/access.js";
import { AffixTableBuilder } from "./affix-table.js";
import { IntervalTableBuilder } from "./interval-table.js";
import type { TableBuilder } from "./table.js";
import { ValueTableBuilder } from "./value-table.js";

/** The builder of the table that answers requirements like one: it takes those of its dimension. */
export function makeTableBuilder(access: Access): TableBuilder {
  switch (access.kind) {
    case "values":
      return new ValueTableBuilder(access);
    case "interval":
      return new IntervalTableBuilder(access);
    default:
      return new AffixTableBuilder(access);
  }
}

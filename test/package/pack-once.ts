import { fileURLToPath } from "node:url";
import { pack } from "../../scripts/pack.js";
import { createProject } from "./project.js";

const folder = process.env["PACKED_FOLDER"];
if (folder === undefined) throw new Error("PACKED_FOLDER: found nothing; expected an empty folder");
pack(fileURLToPath(new URL("../..", import.meta.url)), folder);
createProject(folder);

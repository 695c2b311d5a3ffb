export { type Edit, type Edited, editsBetween, editYaml } from "./edit/index.ts";
export { type FatalCode, type Mistake, type MistakeCode, type OddityCode, YamlError } from "./error.ts";
export { type At, inBlock } from "./in-block.ts";
export { defaultLimits, type YamlLimits } from "./limits.ts";
export { readDocuments, readValues, type YamlDocument, type YamlFile } from "./read.ts";
export { writeYaml } from "./write.ts";

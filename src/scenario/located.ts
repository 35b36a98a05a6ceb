/** Reading YAML files of other kinds than scenarios, with the same located mistakes. Loads zod. */
export { readYaml, type LocatedDocument, type Path } from './document.ts';
export { problemAt, relayed, unknownKey } from './problems.ts';
export { readAround } from './reading.ts';

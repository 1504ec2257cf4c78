// What the store needs after the first rows: to keep them right, and when a person does something.
export { annotate, archive, reassign } from './commands/edits.js';
export { createProject } from './commands/create-project.js';
export { cancel, imagine, regenerate, retry } from './commands/generate.js';
export { findAll } from './commands/query-ids.js';
export { rename } from './commands/rename.js';
export { checkFile } from './file-check.js';
export { Upkeep } from './upkeep/upkeep.js';

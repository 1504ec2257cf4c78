// What the store needs after the first rows: to keep them right, and when a person does something.
export { archive } from './commands/archive.js';
export { cancel, imagine, regenerate, retry } from './commands/generate.js';
export { rename } from './commands/rename.js';
export { checkFile } from './file-check.js';
export { Upkeep } from './upkeep/upkeep.js';

// What the store needs when a person does something, and not before.
export { archive } from './archive.js';
export { cancel, imagine, regenerate, retry } from './generate.js';
export { checkFile } from '../file-check.js';
export { rename } from './rename.js';

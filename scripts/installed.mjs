import { readFileSync } from 'node:fs';
import path from 'node:path';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether the packages of the lock file are installed, by whatever command: npm writes down what it has put into
 * node_modules, as the last thing it does.
 */
export function isInstalled(root) {
  let there;
  try {
    there = packagesOf(path.join(root, 'node_modules/.package-lock.json'));
  } catch {
    return false;
  }
  // Those for other machines are optional, and not there.
  return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(
    ([name, { version, integrity, optional }]) =>
      name === '' ||
      (there[name] ? there[name].version === version && there[name].integrity === integrity : optional === true),
  );
}

// What the tests of the built package and of the built demo need; built anew only when a source has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './npm.mjs';

const SOURCES = ['src', 'demo', 'scripts', '.'];
const PRODUCTS = ['dist/index.js', 'cdn/imaginations.js', 'custom-elements.json', 'demo/dist/index.html'];
const stamp = path.join(root, 'node_modules/.cache/build.sha256');

const filesIn = (folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: folder !== '.' })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.startsWith(path.join('demo', 'dist')) && !PRODUCTS.includes(file));

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn).sort()) {
    const { mtimeMs, size } = statSync(path.join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** Vitest calls it once for each project that names it as its globalSetup. */
export default function buildOnce() {
  const upToDate =
    PRODUCTS.every((file) => existsSync(path.join(root, file))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint();
  if (upToDate) return;
  if (!npm('run', 'build') || !npm('run', 'build:demo')) throw new Error('The build failed; see above.');
  mkdirSync(path.dirname(stamp), { recursive: true });
  // Taken after: the build writes generated files at the top too.
  writeFileSync(stamp, fingerprint());
}

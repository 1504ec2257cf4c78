// What a host's page downloads, minified and gzipped, Lit included; fails above the limits.
// Measured on dist/, bundled as a host's own bundler would: what is imported on demand becomes chunks of its own.
//   npm run size -- --parts    the largest modules of each entry too, minified, before gzip
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './npm.mjs';

const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** Sizes of an entry: with all that it imports at once, and each chunk that it may ask for later. */
async function bundle(entry) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    write: false,
    outdir: 'out',
    chunkNames: '[name]-[hash]',
  });
  const bytes = new Map(
    outputFiles.map((file) => [path.relative(root, file.path).replaceAll(path.sep, '/'), file.contents]),
  );
  const { outputs } = metafile;
  const closure = (file, seen = new Set()) => {
    seen.add(file);
    for (const { path: to, kind } of outputs[file].imports) {
      if (kind === 'import-statement' && !seen.has(to)) closure(to, seen);
    }
    return seen;
  };
  const total = (files) => [...files].reduce((sum, file) => sum + gzipped(bytes.get(file)), 0);
  const first = Object.keys(outputs).find((file) => outputs[file].entryPoint === entry);
  const eager = closure(first);
  const later = Object.entries(outputs)
    .filter(([file, { entryPoint }]) => entryPoint !== undefined && file !== first)
    .map(([file, { entryPoint }]) => ({
      name: entryPoint,
      bytes: total([...closure(file)].filter((each) => !eager.has(each))),
    }));
  const parts = [...eager]
    .flatMap((file) => Object.entries(outputs[file].inputs))
    .map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput }))
    .sort((a, b) => b.bytes - a.bytes);
  return { bytes: total(eager), later, parts };
}

const everything = await bundle('dist/define.js');
const grid = await bundle('dist/define/iteration-grid.js');
const rows = [
  // The goals are 60 kB and 30 kB; until they are reached, nothing may grow beyond what is here.
  { name: 'imaginations/define, at first paint', bytes: everything.bytes, limit: 68_000 },
  { name: 'imaginations/define/iteration-grid.js', bytes: grid.bytes, limit: 41_000 },
  ...everything.later.map(({ name, bytes }) => ({ name: `  later: ${name}`, bytes })),
  { name: 'cdn/imaginations.js', bytes: gzipped(readFileSync(path.join(root, 'cdn/imaginations.js'))) },
];

const width = Math.max(...rows.map(({ name }) => name.length));
for (const { name, bytes, limit } of rows) {
  const verdict = limit === undefined ? '' : `  of ${String(limit).padStart(6)}  ${bytes > limit ? 'TOO BIG' : 'ok'}`;
  console.log(`${name.padEnd(width)}  ${String(bytes).padStart(7)} bytes gzip${verdict}`);
}
if (process.argv.includes('--parts')) {
  for (const [name, { parts }] of Object.entries({ define: everything, 'iteration-grid': grid })) {
    console.log(`\n${name}`);
    for (const { file, bytes } of parts.slice(0, 40)) console.log(`${String(bytes).padStart(7)}  ${file}`);
  }
}
process.exitCode = rows.some(({ bytes, limit }) => bytes > limit) ? 1 : 0;

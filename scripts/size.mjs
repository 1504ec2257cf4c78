// What a host's page downloads, minified and gzipped, Lit included; fails above the limits.
// Measured on dist/, bundled as a host's own bundler would: what is imported on demand becomes chunks of its own.
//   npm run size -- --parts    the largest modules of each entry too, before they are minified
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { root } from './npm.mjs';

const LIMITS = { define: 60_000, grid: 30_000, viewer: 20_000 };

const gzipped = (code) => gzipSync(code, { level: 9 }).length;

/** The chunks that a page with one import gets, and what each needs. */
async function bundle(entry) {
  const build = await rolldown({
    input: path.join(root, entry),
    cwd: root,
    platform: 'browser',
    preserveEntrySignatures: false,
    resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
  });
  const { output } = await build.generate({ format: 'es', minify: true, comments: false });
  await build.close();
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const closure = (name, seen = new Set()) => {
    seen.add(name);
    for (const needed of chunks.get(name).imports) if (!seen.has(needed)) closure(needed, seen);
    return seen;
  };
  const all = [...chunks.values()];
  const first = closure(all.find(({ isEntry }) => isEntry).fileName);
  return { chunks, first, closure, dynamic: all.filter(({ isDynamicEntry }) => isDynamicEntry) };
}

const sum = ({ chunks }, names) => [...names].reduce((bytes, name) => bytes + gzipped(chunks.get(name).code), 0);
const added = (of, { fileName }) => [...of.closure(fileName)].filter((name) => !of.first.has(name));
const source = ({ facadeModuleId, name }) =>
  facadeModuleId ? path.relative(path.join(root, 'dist'), facadeModuleId) : name;

const everything = await bundle('dist/define.js');
const grid = await bundle('dist/define/iteration-grid.js');
const laterPart = (...at) => everything.dynamic.find((chunk) => source(chunk) === path.join(...at));
const iterations = laterPart('define', 'iteration-grid.js');

const rows = [
  {
    name: 'imaginations/define, first paint of the sessions',
    bytes: sum(everything, everything.first),
    limit: LIMITS.define,
  },
  {
    name: 'imaginations/define, first paint of the iterations',
    bytes: sum(everything, [...everything.first, ...added(everything, iterations)]),
    limit: LIMITS.define,
  },
  { name: 'imaginations/define/iteration-grid.js', bytes: sum(grid, grid.first), limit: LIMITS.grid },
  {
    name: 'the viewer alone, without what it shares with other later parts',
    bytes: gzipped(laterPart('define', 'iteration-lightbox.js').code),
    limit: LIMITS.viewer,
  },
  ...everything.dynamic.map((chunk) => ({
    name: `  later: ${source(chunk)}`,
    bytes: sum(everything, added(everything, chunk)),
  })),
  { name: 'cdn/imaginations.js', bytes: gzipped(readFileSync(path.join(root, 'cdn/imaginations.js'))) },
];

const width = Math.max(...rows.map(({ name }) => name.length));
for (const { name, bytes, limit } of rows) {
  const verdict = limit === undefined ? '' : `  of ${String(limit).padStart(6)}  ${bytes > limit ? 'TOO BIG' : 'ok'}`;
  console.log(`${name.padEnd(width)}  ${String(bytes).padStart(7)} bytes gzip${verdict}`);
}
if (process.argv.includes('--parts')) {
  for (const [name, { chunks, first }] of Object.entries({ define: everything, 'iteration-grid': grid })) {
    console.log(`\n${name}`);
    const modules = [...first].flatMap((chunk) => Object.entries(chunks.get(chunk).modules));
    const parts = modules.map(([file, { renderedLength }]) => [path.relative(root, file), renderedLength]);
    for (const [file, bytes] of parts.sort((a, b) => b[1] - a[1]).slice(0, 40)) {
      console.log(`${String(bytes).padStart(7)}  ${file}`);
    }
  }
}
process.exitCode = rows.some(({ bytes, limit }) => bytes > limit) ? 1 : 0;

// Bundles as a host would: minified, production builds, ours from dist/ with its later parts as chunks.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/npm.mjs';

/** Benchmarks name the sources, for their types; what runs is what was built from them. */
const built = {
  name: 'built',
  setup({ onResolve }) {
    onResolve({ filter: /\/src\/.*\.js$/ }, ({ path: name, resolveDir }) => {
      const source = path.relative(path.join(root, 'src'), path.resolve(resolveDir, name));
      const file = path.join(root, 'dist', source);
      if (source.startsWith('..')) return undefined;
      return existsSync(file)
        ? { path: file }
        : { errors: [{ text: `Not in dist/: ${source}. Run \`npm run build\`.` }] };
    });
  },
};

/**
 * @param {{ name?: string, isReadable?: boolean }} [options] `isReadable`: names stay as they are, for a profile.
 * @returns {Promise<Map<string, string>>} the code by its path below `base`; the entry is `index.js`, or called by the name.
 */
export async function bundle(entry, base, { name = 'index', isReadable = false } = {}) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { [name]: entry },
    outdir: path.join(root, 'bench'),
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: !isReadable,
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production', 'browser'],
    // Decorators and fields are compiled already.
    tsconfigRaw: '{}',
    plugins: [built],
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path: file, text }) => [`${base}${path.basename(file)}`, text]));
}

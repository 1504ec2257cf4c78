// Bundles as a host would: minified, production builds, ours from dist/ with its later parts as chunks.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../../scripts/npm.mjs';

/** Benchmarks name the sources, for their types; what runs is what was built from them. */
const built = {
  name: 'built',
  resolveId: {
    filter: { id: /\/src\/.*\.js$/ },
    handler(name, importer) {
      if (!importer) return null;
      const source = path.relative(path.join(root, 'src'), path.resolve(path.dirname(importer), name));
      if (source.startsWith('..')) return null;
      const file = path.join(root, 'dist', source);
      if (existsSync(file)) return file;
      throw new Error(`Not in dist/: ${source}. Run \`npm run build\`.`);
    },
  },
};

/**
 * @param {{ name?: string, isReadable?: boolean }} [options] `isReadable`: names stay as they are, for a profile.
 * @returns {Promise<Map<string, string>>} the code by its path below `base`; the entry is `index.js`, or called by the name.
 */
export async function bundle(entry, base, { name = 'index', isReadable = false } = {}) {
  const build = await rolldown({
    input: { [name]: entry },
    cwd: root,
    platform: 'browser',
    preserveEntrySignatures: 'allow-extension',
    resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [built],
    logLevel: 'silent',
  });
  const { output } = await build.generate({
    format: 'es',
    minify: !isReadable,
    comments: false,
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  return new Map(
    output.filter(({ type }) => type === 'chunk').map(({ fileName, code }) => [`${base}${fileName}`, code]),
  );
}

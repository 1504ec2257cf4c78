import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { keepSideEffects, minifyLiterals, ownTrustedTypesPolicy, plainProperties } from './scripts/vite-plugins.js';

const root = fileURLToPath(new URL('.', import.meta.url));

// Else a shell's NODE_ENV would decide whether Lit's development build goes into the single file.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

/** The module behind each entry of `exports` in package.json; one per tag in define/. */
const entries = [
  'src/index.ts',
  'src/define.ts',
  'src/adapters/memory/index.ts',
  'src/adapters/indexeddb/index.ts',
  'src/adapters/synthetic/index.ts',
  'src/testing/index.ts',
  ...readdirSync(`${root}src/define`).map((file) => `src/define/${file}`),
].filter((entry) => existsSync(root + entry));

const registering = /\/src\/(define|cdn)\b/;

/** dist/: one ES module per source module, dependencies left to the host's bundler. */
const modules: UserConfig = {
  publicDir: false,
  // Whitespace in markup and styles is bytes on a user's page; the source maps keep the readable form.
  plugins: [keepSideEffects(registering), minifyLiterals(`${root}src/`), plainProperties(`${root}src/`)],
  build: {
    target: 'es2022',
    outDir: 'dist',
    // The declarations are there already.
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    lib: { entry: entries, formats: ['es'] },
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^@lit(-labs)?\//, 'client-zip', 'diff', 'idb'],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The compiler's helpers would otherwise get a path with its version in it.
        entryFileNames: ({ name }) =>
          name.startsWith('_virtual/') ? `internal/${name.split('/').at(-1) ?? name}.js` : '[name].js',
      },
    },
  },
};

/** cdn/imaginations.js: everything, Lit included, in one minified file. */
const singleFile: UserConfig = {
  publicDir: false,
  plugins: [
    keepSideEffects(registering),
    minifyLiterals(`${root}src/`),
    plainProperties(`${root}src/`),
    ownTrustedTypesPolicy('imaginations'),
  ],
  build: {
    target: 'es2022',
    outDir: 'cdn',
    sourcemap: true,
    lib: {
      entry: existsSync(`${root}src/cdn.ts`) ? 'src/cdn.ts' : 'src/define.ts',
      formats: ['es'],
      fileName: () => 'imaginations.js',
    },
    rolldownOptions: { output: { codeSplitting: false, minify: true, comments: { legal: true } } },
  },
};

export default defineConfig(({ mode }) => (mode === 'cdn' ? singleFile : modules));

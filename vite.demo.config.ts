import { defineConfig } from 'vite';
import { keepSideEffects, ownModules } from './scripts/vite-plugins.js';

// A shell's NODE_ENV must not decide which Lit is in the demo.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

/** `npm start` serves demo/ from source; `npm run build:demo` writes demo/dist/, which the end-to-end tests open. */
export default defineConfig({
  root: 'demo',
  base: './',
  publicDir: false,
  plugins: [keepSideEffects(ownModules)],
  server: { port: 5173 },
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, sourcemap: true },
});

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
  // All at the start: what is found later would reload the page under the person.
  optimizeDeps: {
    entries: ['index.html'],
    include: [
      'lit',
      'lit/async-directive.js',
      'lit/decorators.js',
      'lit/directive.js',
      'lit/directives/guard.js',
      'lit/directives/keyed.js',
      'lit/directives/live.js',
      'lit/directives/ref.js',
      'lit/directives/repeat.js',
      '@lit/context',
      'idb',
    ],
  },
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, sourcemap: true },
});

import { defineConfig } from 'vite';

/** `npm start` serves demo/ from source; `npm run build:demo` writes demo/dist/, which the end-to-end tests open. */
export default defineConfig({
  root: 'demo',
  base: './',
  publicDir: false,
  server: { port: 5173 },
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, sourcemap: true },
});

// What the pages of all suites that show a grid need on the server.
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { picture, PICTURES, readLibrary } from './content.mjs';

/** Puts the page, its pictures and libraries of some sizes on a server; answers with what puts more there. */
export async function servePages(server, sizes) {
  const put = (files) => files.forEach((body, file) => server.files.set(file, body));
  for (let number = 0; number < PICTURES; number++) server.files.set(`/pictures/${number}.png`, picture(number));
  put(await bundle(path.join(import.meta.dirname, 'page.ts'), '/', { name: 'page' }));
  for (const n of sizes) {
    const { columns, prompts } = await readLibrary(n);
    server.files.set(`/columns/${n}`, columns);
    server.files.set(`/prompts/${n}`, JSON.stringify(prompts));
  }
  return put;
}

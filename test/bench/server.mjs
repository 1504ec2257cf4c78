// A web server on the loopback address whose files are in memory.
import { createServer } from 'node:http';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
};

const PAGE = '<!doctype html><html lang="en"><title>bench</title><body><script type="module" src="/page.js"></script>';

/** What a page gets, by its path; the ending says what it is. */
export class Server {
  files = new Map([['/', PAGE]]);
  #server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const body = this.files.get(pathname);
    const type = pathname === '/' ? TYPES.html : (TYPES[pathname.split('.')[1]] ?? 'application/octet-stream');
    const caching = type === TYPES.png ? 'max-age=3600' : 'no-store';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, 'cache-control': caching });
    response.end(body);
  });

  /** @returns its address. */
  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#server.address().port}/`;
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

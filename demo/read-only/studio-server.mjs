// An existing product, as the adapter guide imagines one: jobs and their assets as JSON, in words of its own.
// `node demo/read-only/studio-server.mjs` serves it, and the page beside this file, at http://localhost:8080.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MIMES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.webp': 'image/webp' };

const PICTURES = [
  ['mountains', 858, 572, 'Misty teal mountains at dawn'],
  ['silk', 934, 526, 'Silk in the wind, violet and rose'],
  ['poster', 700, 700, 'Minimal Bauhaus poster in red and cream'],
  ['blooms', 858, 572, 'Garden of golden blooms'],
  ['galaxy', 934, 526, 'Spiral galaxy, deep space'],
  ['gold', 700, 700, 'Liquid marble, ink and gold'],
];
const OPENED = 1_763_650_800;

const jobs = ['Autumn campaign', 'Lobby screens', 'Jazz weeks', 'Alma gin'].map((name, index) => ({
  no: index + 8,
  name,
  text: PICTURES[index][3],
  opened: OPENED + index * 86_400,
}));

// Three of each second: an order by time alone would not do.
const assets = Array.from({ length: 36 }, (_, index) => {
  const [file, w, h, words] = PICTURES[index % PICTURES.length];
  const job = jobs[Math.floor(index / 9)];
  const base = { no: index + 90, job: job.no, made: job.opened + 60 + Math.floor(index / 3), words };
  return { ...base, type: 'still', format: 'image/webp', file: `/demo/plain/pictures/${file}.webp`, w, h };
});

const newestFirst = (at) => (a, b) => b[at] - a[at] || b.no - a.no;
const LISTS = {
  '/api/jobs': jobs.toSorted(newestFirst('opened')),
  '/api/assets': assets.toSorted(newestFirst('made')),
};

function answer(list, query) {
  const [types, job] = [query.getAll('type'), query.get('job')];
  const found = list.filter(
    (row) => (types.length === 0 || types.includes(row.type)) && (job === null || String(row.job ?? row.no) === job),
  );
  const skip = Number(query.get('skip') ?? 0);
  const take = Math.min(100, Number(query.get('take') ?? 20));
  return { rows: found.slice(skip, skip + take), count: found.length };
}

function handle(request, response) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const list = LISTS[pathname];
  if (list) {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(list, searchParams)));
    return;
  }
  const file = path.join(root, decodeURIComponent(pathname === '/' ? '/demo/read-only/index.html' : pathname));
  const mime = MIMES[path.extname(file)];
  if (pathname === '/') response.writeHead(302, { location: '/demo/read-only/index.html' }).end();
  else if (!mime || !file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
  } else {
    response.setHeader('content-type', mime);
    createReadStream(file).pipe(response);
  }
}

/**
 * Starts the product.
 * @param {number} [port] 0 takes a free one.
 * @returns {Promise<{ readonly url: string, readonly stop: () => Promise<void> }>} its address, and how to stop it.
 */
export function startStudio(port = 0) {
  const server = createServer((request, response) => {
    try {
      handle(request, response);
    } catch {
      response.writeHead(400).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address();
      const stop = () =>
        new Promise((stopped) => {
          server.close(() => stopped());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${taken}`, stop });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await startStudio(8080)).url);

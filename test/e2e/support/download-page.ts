import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { root } from './browser.js';

/** A file as the server has it. */
export interface SourceFile {
  readonly id: string;
  readonly mime: string;
  readonly kind: 'image' | 'video' | 'audio';
  readonly bytes: Buffer;
}

/** How the server answers for one file. */
export type Answer = 'always' | 'never' | 'fresh';

/** Titles that are no name on some system, or anywhere. */
const HOSTILE = [
  '../../etc/passwd',
  'C:\\Windows\\system32',
  'CON',
  'NUL.txt',
  'trailing dots...',
  'gpj.\u202eexe',
  'a\u0000b\nc',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(60),
  'ä'.repeat(300),
  '',
];

const HEADS: readonly (readonly [SourceFile['kind'], string, string])[] = [
  ['image', 'image/png', '89504e470d0a1a0a'],
  ['image', 'image/jpeg', 'ffd8ffe0'],
  ['video', 'video/webm', '1a45dfa3'],
  ['audio', 'audio/wav', '524946460000000057415645'],
  ['audio', 'audio/flac', '664c6143'],
];
const SIZES = [0, 1, 63, 64, 65, 1000, 4096, 65_535, 65_536, 300_000];

/** Bytes that are the same each time, and like no others. */
function noise(seed: number, size: number): Buffer {
  const out = Buffer.alloc(size);
  for (let at = 0; at < size; at += 32) createHash('sha256').update(`${seed}/${at}`).digest().copy(out, at);
  return out;
}

/** Images, sounds and films of every size, empty ones among them. */
export const sourceFiles = (count: number): SourceFile[] =>
  Array.from({ length: count }, (_, at) => {
    const [kind, mime, head] = HEADS[at % HEADS.length] ?? ['image', 'image/png', ''];
    const size = SIZES[(at * 7) % SIZES.length] ?? 0;
    const bytes = size < 64 ? noise(at, size) : Buffer.concat([Buffer.from(head, 'hex'), noise(at, size)]);
    return { id: `i${String(at).padStart(3, '0')}`, kind, mime, bytes };
  });

const SCRIPT = `
  import * as kit from '/imaginations.js';
  const { sessions, iterations } = await (await fetch('/library.json')).json();
  const pagesOf = (rows) =>
    kit.offsetPages(async (start, size) => ({ items: rows.slice(start, start + size), total: rows.length }));
  const adapter = {
    listSessions: pagesOf(sessions),
    listIterations: pagesOf(iterations),
    getSession: async (id) => sessions.find((one) => one.id === id) ?? null,
    getIterations: async (ids) => ids.map((id) => iterations.find((one) => one.id === id) ?? null),
    refreshMedia: async (ids) => ids.map((id) => {
      const { media } = iterations.find((one) => one.id === id);
      return { ...media, downloadUrl: media.downloadUrl.split('?')[0] + '?fresh' };
    }),
  };
  window.kit = kit;
  window.events = [];
  for (const name of ['iterations-download', 'iterations-downloaded'])
    document.addEventListener(name, ({ type, detail }) => window.events.push([type, detail]));
  document.querySelector('iteration-grid').adapter = adapter;
`;

/** A page with a grid over files, some of which cannot be had, or only at a fresh address. */
export async function startDownloads(files: readonly SourceFile[], answer: (file: SourceFile) => Answer) {
  const instant = (at: number): string => new Date(Date.UTC(2026, 0, 2) - at * 60_000).toISOString();
  const sessions = HOSTILE.map((title, at) => ({
    id: `s${at}`,
    createdAt: instant(0),
    brief: { prompt: title },
    ...(title !== '' && { title }),
  }));
  const iterations = files.map(({ id, kind, mime, bytes }, at) => ({
    id,
    sessionId: `s${at % sessions.length}`,
    createdAt: instant(at),
    kind,
    status: 'succeeded',
    prompt: `Prompt ${at}`,
    seed: String(at),
    model: 'painter-1',
    params: { steps: at },
    parents: at > 0 ? [{ iterationId: 'i000', role: 'remix' }] : [],
    media: {
      url: `/media/${id}`,
      downloadUrl: `/file/${id}`,
      mime,
      width: 16,
      height: 9,
      durationMs: 1000,
      bytes: bytes.length,
    },
  }));
  const known = new Map(files.map((file) => [file.id, file]));
  const asked: string[] = [];
  let hold: Promise<void> | undefined;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://here');
    const file = known.get(pathname.replace(/^\/(?:media|file)\//, ''));
    if (pathname === '/') {
      const body =
        '<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body><iteration-grid style="height:600px"></iteration-grid><script type="module" src="/page.js"></script></html>';
      response.setHeader('content-type', 'text/html; charset=utf-8').end(body);
    } else if (pathname === '/page.js') response.setHeader('content-type', 'text/javascript').end(SCRIPT);
    else if (pathname === '/imaginations.js')
      response.setHeader('content-type', 'text/javascript').end(readFileSync(path.join(root, 'cdn/imaginations.js')));
    else if (pathname === '/library.json')
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ sessions, iterations }));
    else if (!file) response.writeHead(404).end();
    else {
      const isFile = pathname.startsWith('/file/');
      if (isFile) asked.push(pathname + search);
      const how = isFile ? answer(file) : 'always';
      const isRefused = how === 'never' || (how === 'fresh' && search === '');
      const give = (): void => {
        if (isRefused) response.writeHead(how === 'never' ? 500 : 401).end();
        else response.setHeader('content-type', file.mime).end(file.bytes);
      };
      if (hold && isFile) void hold.then(give);
      else give();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** Files that were asked for. */
    asked,
    /** Leaves files that are asked for from now on without an answer until the promise resolves. */
    hold: (until: Promise<void>) => (hold = until),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

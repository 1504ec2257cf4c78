import { AdapterError, toFailure } from '../../data/index.js';
import { fromDataUrl } from '../../internal/data-url.js';
import { extensionFor } from '../../internal/file-name.js';
import { MediaLease } from '../../ui/media-lease.js';
import { sniffMedia } from '../../internal/sniff-media.js';
import type { ErrorCode, Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { isMediaSource } from '../../store/sanitize.js';
import { fileAddress } from './file-address.js';

/** Bytes that tell what a file is. */
const HEAD = 64;
/** Answers of a server that an address has run out may be behind. */
const EXPIRED: ReadonlySet<ErrorCode> = new Set(['unauthorized', 'forbidden', 'not-found']);

/** How reading is followed and stopped. */
export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Address of the document. */
  readonly base: string;
  /** So many bytes more. */
  readonly read: (bytes: number) => void;
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'internal';
}

/** Counts what goes by: the browser keeps what it has read where it likes, which may be a disk. */
function counted(body: ReadableStream<Uint8Array<ArrayBuffer>>, read: (bytes: number) => void): BodyInit {
  return body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        read(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
}

async function readAddress(url: string, { signal, read }: ReadOptions): Promise<Blob> {
  const inline = fromDataUrl(url);
  if (inline) {
    read(inline.size);
    return inline;
  }
  let response: Response;
  try {
    response = await fetch(url, { signal, referrerPolicy: 'no-referrer' });
  } catch (cause) {
    signal.throwIfAborted();
    // Not there, or not for this page: browsers do not tell which.
    throw new AdapterError('network', 'The file could not be read', { cause });
  }
  if (!response.ok) throw new AdapterError(codeOf(response.status), `The server answered ${response.status}`);
  return response.body ? new Response(counted(response.body, read)).blob() : response.blob();
}

async function readOnce(store: ImaginationsStore, row: Iteration, options: ReadOptions): Promise<Blob> {
  const address = fileAddress(row);
  if (address === undefined) throw new AdapterError('not-found', 'There is no file');
  const opened = await store.media.open(address, options.signal);
  try {
    const url = MediaLease.gate(opened.url, options.base);
    if (url === undefined) throw new AdapterError('forbidden', 'This address is not allowed');
    return await readAddress(url, options);
  } finally {
    opened.close();
  }
}

/** The rows with fresh addresses, as far as the adapter gives some. */
export async function withFreshMedia(
  store: ImaginationsStore,
  rows: readonly Iteration[],
  signal: AbortSignal,
): Promise<Iteration[]> {
  const { adapter, core } = store;
  if (!adapter.refreshMedia || rows.length === 0) return [...rows];
  const ids = rows.map(({ id }) => id);
  const answer: unknown = await core.caller.read((call) => adapter.refreshMedia?.(ids, call) ?? Promise.resolve([]), {
    signal,
  });
  return rows.map((row, index): Iteration => {
    const media: unknown = Array.isArray(answer) ? answer[index] : undefined;
    if (!isMediaSource(media)) return row;
    core.iterations.adjust(row.id, (held) => ({ ...held, media }));
    return { ...row, media };
  });
}

/**
 * The file of an iteration, byte for byte. An address that has run out is asked for anew, once.
 * @throws AdapterError when it cannot be had.
 */
export async function readMedia(store: ImaginationsStore, row: Iteration, options: ReadOptions): Promise<Blob> {
  try {
    return await readOnce(store, row, options);
  } catch (thrown) {
    const { adapter } = store;
    if (!adapter.refreshMedia || !EXPIRED.has(toFailure(thrown).code)) throw thrown;
    const [fresh] = await withFreshMedia(store, [row], options.signal).catch(() => []);
    if (!fresh || fileAddress(fresh) === fileAddress(row)) throw thrown;
    return readOnce(store, fresh, options);
  }
}

/** What a file is: what its first bytes say, where that is what the iteration is; else what is said of it. */
export async function mimeOf(row: Iteration, file: Blob): Promise<string> {
  const sniffed = sniffMedia(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
  const said = row.media?.mime ?? '';
  if (sniffed && (sniffed.kind === row.kind || extensionFor(said) === 'bin')) return sniffed.mime;
  return extensionFor(said) === 'bin' ? file.type : said;
}

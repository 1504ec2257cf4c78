import { makeZip } from 'client-zip';
import { AdapterError, toFailure } from '../../data/index.js';
import { safeFileName, uniqueFileName } from '../../internal/file-name.js';
import type { Failure, Id, Iteration, Session } from '../../model/index.js';
import type { Failed, ImaginationsStore, Target } from '../../store/index.js';
import { ahead } from './ahead.js';
import type { DownloadOptions, DownloadOutcome, DownloadProgress } from './download-options.js';
import { DEFAULT_NAMES, nameFrom } from './name-template.js';
import { mimeOf, readMedia, type ReadOptions } from './read-media.js';
import { rowsOf, type FoundRow, type TargetRows } from './rows-of.js';
import { saveOne } from './save-one.js';
import { SIDECAR_NAME, sidecarFile, type Sidecar, type SidecarFile } from './sidecar.js';
import { zipSink } from './zip-sink.js';
import { fileAddress } from './file-address.js';

/** Files that are fetched at once. */
const AT_ONCE = 3;
/** The first instant that a zip can name. */
const DAWN = Date.UTC(1980, 0, 2);

type Got =
  | { readonly row: Iteration; readonly session: Session | undefined; readonly file: Blob; readonly mime: string }
  | { readonly id: Id; readonly error: Failure }
  | { readonly skipped: Id };

const madeAt = ({ completedAt, createdAt }: Iteration): Date => {
  const at = Date.parse(completedAt ?? createdAt);
  return new Date(Number.isFinite(at) && at > DAWN ? at : DAWN);
};

const lacksFile = (row: Iteration): boolean => fileAddress(row) === undefined;

/** A row that has a file. @throws AdapterError where there is none to be had, or the row could not be looked up. */
function fileRow([, row, error]: FoundRow): Iteration {
  if (error) throw new AdapterError(error.code, error.message, error);
  if (row?.can?.download === false) throw new AdapterError('forbidden');
  if (!row || lacksFile(row)) throw new AdapterError('not-found', 'There is no file');
  return row;
}

/** One download: what it has read, and what became of each file. */
class Run {
  readonly #store: ImaginationsStore;
  readonly #options: DownloadOptions;
  readonly #signal: AbortSignal;
  readonly done: Id[] = [];
  readonly failed: Failed[] = [];
  readonly skipped: Id[] = [];
  /** What ended the making of the zip: what reads it as a blob is told by some browsers that it broke off, and no more. */
  broken: unknown;
  bytes = 0;
  total = 0;

  constructor(store: ImaginationsStore, options: DownloadOptions, signal: AbortSignal) {
    this.#store = store;
    this.#options = options;
    this.#signal = signal;
  }

  outcome(error?: Failure): DownloadOutcome {
    const { done, failed, skipped, bytes } = this;
    return { done, failed, skipped, bytes, ...(error && { error }) };
  }

  tell(): void {
    const { done, failed, skipped, bytes } = this;
    const total = this.total - skipped.length;
    const progress: DownloadProgress = { done: done.length, failed: failed.length, total, bytes };
    try {
      this.#options.progress?.(progress);
    } catch {
      // The listener's own trouble.
    }
  }

  /** A file of the zip. Never rejects. */
  async get(found: FoundRow): Promise<Got> {
    const [id, held] = found;
    if (held && lacksFile(held)) return { skipped: id };
    const reading = this.#reading();
    try {
      const row = fileRow(found);
      await this.#session(row);
      const file = await readMedia(this.#store, row, reading);
      return { row, session: this.#store.session(row.sessionId), file, mime: await mimeOf(row, file) };
    } catch (thrown) {
      this.bytes -= reading.bytes();
      return { id, error: toFailure(thrown) };
    }
  }

  /** Its name is of little worth beside the file. */
  async #session({ sessionId }: Iteration): Promise<void> {
    await this.#store.loadSession(sessionId).catch(() => false);
  }

  #reading(): ReadOptions & { readonly bytes: () => number } {
    let all = 0;
    const read = (bytes: number): void => {
      all += bytes;
      this.bytes += bytes;
      this.tell();
    };
    return { signal: this.#signal, base: document.baseURI, read, bytes: () => all };
  }

  /** One file as itself. */
  async single({ rows }: TargetRows): Promise<void> {
    for await (const found of rows()) {
      const [id, held] = found;
      try {
        if (held && lacksFile(held)) {
          this.skipped.push(id);
        } else {
          const row = fileRow(found);
          await this.#session(row);
          await saveOne(this.#store, row, this.#options.names, this.#reading());
          this.done.push(id);
        }
      } catch (thrown) {
        this.#signal.throwIfAborted();
        this.failed.push({ id, error: toFailure(thrown) });
      }
      this.tell();
    }
  }

  /** Many as a zip, which is made as it is read. */
  zip({ ids, rows }: TargetRows): ReadableStream<Uint8Array> {
    const entries = async function* (
      this: Run,
    ): AsyncGenerator<{ name: string; input: Blob | string; lastModified: Date }> {
      const taken = new Set([SIDECAR_NAME]);
      const files: SidecarFile[] = [];
      const { names = DEFAULT_NAMES } = this.#options;
      let number = 0;
      for await (const got of ahead(rows(), AT_ONCE, (found) => this.get(found))) {
        this.#signal.throwIfAborted();
        if ('error' in got) {
          this.failed.push(got);
        } else if ('skipped' in got) {
          this.skipped.push(got.skipped);
        } else {
          number++;
          const { row, session, file, mime } = got;
          const name = uniqueFileName(nameFrom(names, { row, session, number, of: ids.length, mime }), taken);
          files.push(sidecarFile(row, session, { file: name, mime, bytes: file.size }));
          yield { name, input: file, lastModified: madeAt(row) };
          this.done.push(row.id);
        }
        this.tell();
      }
      // A zip of nothing would look like one that worked.
      if (files.length === 0) throw new AdapterError(this.failed[0]?.error.code ?? 'not-found');
      const now = new Date(this.#store.now());
      const sidecar: Sidecar = {
        format: 'imaginations-download/1',
        createdAt: now.toISOString(),
        files,
        failed: this.failed.map(({ id, error }) => ({ iteration: id, reason: error.code, message: error.message })),
        skipped: this.skipped,
      };
      yield { name: SIDECAR_NAME, input: JSON.stringify(sidecar, null, 2), lastModified: now };
    };
    return makeZip(this.#noting(entries.call(this)));
  }

  async *#noting<T>(entries: AsyncGenerator<T>): AsyncGenerator<T> {
    try {
      yield* entries;
    } catch (thrown) {
      this.broken = thrown;
      throw thrown;
    }
  }
}

const zipName = (store: ImaginationsStore, wanted: string | undefined): string =>
  safeFileName(wanted ?? `imaginations ${new Date(store.now()).toISOString().slice(0, 10)}`, 'application/zip');

/** Downloads one file as itself, several as a zip. Never rejects. */
export async function runDownload(
  store: ImaginationsStore,
  target: Target,
  options: DownloadOptions,
): Promise<DownloadOutcome> {
  const signal = options.signal ?? new AbortController().signal;
  const run = new Run(store, options, signal);
  const ids = 'query' in target ? undefined : 'ids' in target ? target.ids : target;
  const isSingle = ids?.length === 1;
  try {
    // First of all: a browser lets a page ask only just after a press.
    const sink = isSingle ? undefined : await zipSink(zipName(store, options.zipName));
    if (!isSingle && !sink) throw new AdapterError('aborted');
    const found = await rowsOf(store, target, signal);
    run.total = found.ids.length;
    run.tell();
    if (isSingle) await run.single(found);
    else await sink?.(run.zip(found), signal);
    return run.outcome();
  } catch (thrown) {
    run.done.length = 0;
    return run.outcome(signal.aborted ? { code: 'aborted', message: 'aborted' } : toFailure(run.broken ?? thrown));
  }
}

import { toFailure, type ImaginationsAdapter } from '../data/index.js';
import { newId } from '../internal/new-id.js';
import type { Failure, Id, Kind, ReferenceFile } from '../model/index.js';
import type { Caller } from './calls.js';
import { checkFile } from './file-check.js';
import { Observable } from './observable.js';
import type { Limits } from '../data/index.js';

/** A reference of the draft: on its way, stored, or refused with the reason. */
export interface DraftReference {
  readonly key: string;
  readonly name: string;
  readonly state: 'uploading' | 'ready' | 'failed';
  /** Part that is stored, 0..1. */
  readonly progress: number;
  readonly file: ReferenceFile | null;
  readonly failure: Failure | null;
}

/** What a person is about to ask for. */
export interface Draft {
  readonly prompt: string;
  readonly kind: Kind;
  readonly count: number;
  readonly references: readonly DraftReference[];
  /** The iteration that is being remixed. */
  readonly remixOf: Id | null;
  /** The session that gets the outputs; a new one if `null`. */
  readonly sessionId: Id | null;
  /** Parameters of the generator, e.g. `aspect`. */
  readonly params: Readonly<Record<string, string>>;
}

/** Where a draft outlives the page. Neither function may throw. */
export interface DraftStorage {
  load(): string | null;
  save(text: string | null): void;
}

/** An empty composer. */
export const EMPTY_DRAFT: Draft = {
  prompt: '',
  kind: 'image',
  count: 4,
  references: [],
  remixOf: null,
  sessionId: null,
  params: {},
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readReference(value: unknown): DraftReference[] {
  if (!isRecord(value) || !isText(value['id']) || !isText(value['name']) || !isRecord(value['source'])) return [];
  // Checked above as far as the composer needs it; the adapter checks it again when it is sent.
  const file = value as unknown as ReferenceFile;
  return [{ key: file.id, name: file.name, state: 'ready', progress: 1, file, failure: null }];
}

/** Reads a stored draft, which may be anything. */
function parseDraft(text: string): Partial<Draft> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {};
  }
  if (!isRecord(value)) return {};
  const { prompt, kind, count, references, remixOf, sessionId, params } = value;
  return {
    ...(isText(prompt) && { prompt }),
    ...((kind === 'image' || kind === 'video' || kind === 'audio') && { kind }),
    ...(typeof count === 'number' && Number.isInteger(count) && count > 0 && { count }),
    ...(Array.isArray(references) && { references: references.flatMap(readReference) }),
    ...(isText(remixOf) && { remixOf }),
    ...(isText(sessionId) && { sessionId }),
    ...(isRecord(params) && {
      params: Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => isText(entry[1]))),
    }),
  };
}

const isEmpty = (draft: Draft): boolean =>
  draft.prompt === '' && draft.references.length === 0 && draft.remixOf === null;

const serialize = (draft: Draft): string =>
  JSON.stringify({ ...draft, references: draft.references.flatMap(({ file }) => file ?? []) });

/** The composer's content. Lives in the store, so that it survives the composer's removal, and in storage, so that it survives the page. */
export class DraftStore extends Observable<Draft> {
  readonly #adapter: ImaginationsAdapter;
  readonly #caller: Caller;
  readonly #limits: () => Required<Limits>;
  readonly #uploads = new Map<string, AbortController>();
  #storage: DraftStorage | undefined;

  constructor(adapter: ImaginationsAdapter, caller: Caller, limits: () => Required<Limits>, upstream: () => void) {
    super(EMPTY_DRAFT, upstream);
    this.#adapter = adapter;
    this.#caller = caller;
    this.#limits = limits;
  }

  /** Keeps the draft in a storage from now on, and takes up what lies there unless something has been typed already. */
  keepIn(storage: DraftStorage): void {
    this.#storage = storage;
    const text = storage.load();
    if (text !== null && isEmpty(this.value)) super.patch(parseDraft(text));
  }

  override patch(patch: Partial<Draft>): void {
    super.patch(patch);
    this.#storage?.save(isEmpty(this.value) ? null : serialize(this.value));
  }

  /** Empties it; medium, count and parameters stay for the next brief. */
  clear(): void {
    this.patch({ prompt: '', references: [], remixOf: null, sessionId: null });
  }

  /** Checks a file and stores it as a reference; what is wrong with it stands at its place in the draft. */
  async attach(file: File): Promise<void> {
    const key = newId();
    const upload = new AbortController();
    this.#uploads.set(key, upload);
    const { references } = this.value;
    this.patch({
      references: [...references, { key, name: file.name, state: 'uploading', progress: 0, file: null, failure: null }],
    });
    try {
      const { uploadBytes, accept } = this.#limits();
      const checked = await checkFile(file, uploadBytes, accept);
      const onProgress = (sent: number, total: number): void => {
        if (total > 0) this.#update(key, { progress: Math.min(1, sent / total) });
      };
      const stored = await this.#caller.write(
        (write) =>
          this.#adapter.upload?.(checked, { onProgress }, write) ??
          Promise.reject(new Error('The adapter has no upload')),
        { signal: upload.signal, timeoutMs: Infinity },
      );
      this.#update(key, { state: 'ready', progress: 1, file: stored });
    } catch (thrown) {
      this.#update(key, { state: 'failed', failure: toFailure(thrown) });
    } finally {
      this.#uploads.delete(key);
    }
  }

  /** Adds a reference that is stored already. */
  addReference(file: ReferenceFile): void {
    const { references } = this.value;
    if (references.some((one) => one.key === file.id)) return;
    this.patch({
      references: [...references, { key: file.id, name: file.name, state: 'ready', progress: 1, file, failure: null }],
    });
  }

  /** Takes a reference away, also while it is being stored. */
  detach(key: string): void {
    this.#uploads.get(key)?.abort();
    this.patch({ references: this.value.references.filter((one) => one.key !== key) });
  }

  #update(key: string, patch: Partial<DraftReference>): void {
    const { references } = this.value;
    if (references.some((one) => one.key === key)) {
      this.patch({ references: references.map((one) => (one.key === key ? { ...one, ...patch } : one)) });
    }
  }
}

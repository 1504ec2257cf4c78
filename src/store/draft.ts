import { toFailure, type ImaginationsAdapter } from '../data/index.js';
import { newId } from '../internal/new-id.js';
import type { Failure, Id, Kind, ParentRole, ReferenceFile } from '../model/index.js';
import type { Caller } from './calls.js';
import { loadLater } from './later.js';
import { Observable } from './observable.js';
import type { Limits } from '../data/index.js';
import type { ImaginationsStore } from './store.js';

/** A reference of the draft: on its way, stored, or refused with the reason. */
export interface DraftReference {
  readonly key: string;
  readonly name: string;
  /** Size of the file in bytes, where it is known. */
  readonly bytes?: number | undefined;
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
  /** What that is to what is written: the id of one of the adapter's verbs; `null` for a plain remix. Goes with `remixOf`. */
  readonly as: ParentRole | null;
  /** The session that gets the outputs; a new one if `null`. */
  readonly sessionId: Id | null;
  /** Parameters of the generator, e.g. `aspect`. */
  readonly params: Readonly<Record<string, string>>;
  /** Why the last brief could not be sent; until the next try or the next word. */
  readonly failure: Failure | null;
  /** A brief that could not be sent and whose place has been taken by a newer one. */
  readonly unsent: Brief | null;
}

/** What is sent. */
type Brief = Pick<Draft, 'prompt' | 'kind' | 'count' | 'references' | 'remixOf' | 'as' | 'sessionId' | 'params'>;

/** Where a draft outlives the page. Neither function may throw. */
export interface DraftStorage {
  load(): string | null;
  save(text: string | null): void;
}

/** Most references of one brief. */
export const MOST_REFERENCES = 20;

/** An empty composer. */
export const EMPTY_DRAFT: Draft = {
  prompt: '',
  kind: 'image',
  count: 4,
  references: [],
  remixOf: null,
  as: null,
  sessionId: null,
  params: {},
  failure: null,
  unsent: null,
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readReference(value: unknown): DraftReference[] {
  if (!isRecord(value) || !isText(value['id']) || !isText(value['name']) || !isRecord(value['source'])) return [];
  // Checked above as far as the composer needs it; the adapter checks it again when it is sent.
  const file = value as unknown as ReferenceFile;
  return [readyReference(file)];
}

const readyReference = (file: ReferenceFile): DraftReference => ({
  key: file.id,
  name: file.name,
  bytes: file.source.bytes,
  state: 'ready',
  progress: 1,
  file,
  failure: null,
});

/** Reads a stored draft, which may be anything. */
function parseDraft(text: string): Partial<Draft> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {};
  }
  if (!isRecord(value)) return {};
  const { prompt, kind, count, references, remixOf, as, sessionId, params } = value;
  return {
    ...(isText(prompt) && { prompt }),
    ...((kind === 'image' || kind === 'video' || kind === 'audio') && { kind }),
    ...(typeof count === 'number' && Number.isInteger(count) && count > 0 && { count }),
    ...(Array.isArray(references) && { references: references.flatMap(readReference) }),
    ...(isText(remixOf) && { remixOf, as: isText(as) ? as : null }),
    ...(isText(sessionId) && { sessionId }),
    ...(isRecord(params) && {
      params: Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => isText(entry[1]))),
    }),
  };
}

const isEmpty = (draft: Brief): boolean =>
  draft.prompt === '' && draft.references.length === 0 && draft.remixOf === null;

const briefOf = ({ prompt, kind, count, references, remixOf, as, sessionId, params }: Brief): Brief => ({
  prompt,
  kind,
  count,
  references,
  remixOf,
  as,
  sessionId,
  params,
});

const serialize = (brief: Brief): string =>
  JSON.stringify({ ...briefOf(brief), references: brief.references.flatMap(({ file }) => file ?? []) });

/** The composer's content. Lives in the store, so that it survives the composer's removal, and in storage, so that it survives the page. */
export class DraftStore extends Observable<Draft> {
  readonly #adapter: ImaginationsAdapter;
  readonly #caller: Caller;
  readonly #limits: () => Required<Limits>;
  readonly #uploads = new Map<string, { readonly abort: AbortController; readonly done: Promise<void> }>();
  #storage: DraftStorage | undefined;
  #stored: string | null = null;
  /** Briefs on their way: what is stored of them stays until they have arrived. */
  #sending = 0;

  constructor(adapter: ImaginationsAdapter, caller: Caller, limits: () => Required<Limits>, upstream: () => void) {
    super(EMPTY_DRAFT, upstream);
    this.#adapter = adapter;
    this.#caller = caller;
    this.#limits = limits;
  }

  /** Keeps the draft in a storage from now on, and takes up what lies there unless something has been typed already. */
  keepIn(storage: DraftStorage): void {
    this.#storage = storage;
    this.#stored = storage.load();
    if (this.#stored !== null && isEmpty(this.value) && this.#sending === 0) super.patch(parseDraft(this.#stored));
    else this.#save();
  }

  override patch(patch: Partial<Draft>): void {
    // What was said of the last brief is not said of one that has been changed since.
    const isEdit = patch.prompt !== undefined && patch.prompt !== this.value.prompt && patch.failure === undefined;
    super.patch({
      // It goes with what is built on.
      ...(patch.remixOf !== undefined && { as: null }),
      ...patch,
      ...(isEdit && this.value.unsent === null && { failure: null }),
    });
    this.#save();
  }

  /** Empties it; medium, count and parameters stay for the next brief. */
  clear(): void {
    for (const { abort } of this.#uploads.values()) abort.abort();
    this.patch({ prompt: '', references: [], remixOf: null, sessionId: null, failure: null, unsent: null });
  }

  /**
   * Sends what stands here. It makes room for the next brief at once, and comes back where sending fails - unless
   * something new stands there by then: in that case it waits in `unsent`.
   * @param sessionId the session that gets what is written next.
   */
  async send<T extends { readonly ok: true } | { readonly ok: false; readonly failure: Failure }>(
    work: (brief: Brief) => Promise<T>,
    sessionId: Id | null = null,
  ): Promise<T> {
    const brief = briefOf(this.value);
    this.#sending++;
    this.patch({ prompt: '', references: [], remixOf: null, sessionId, failure: null, unsent: null });
    try {
      const outcome = await work(brief);
      if (!outcome.ok) this.#takeBack(brief, outcome.failure);
      return outcome;
    } catch (thrown) {
      this.#takeBack(brief, toFailure(thrown));
      throw thrown;
    } finally {
      this.#sending--;
      this.#save();
    }
  }

  /** Changes places with the brief that could not be sent. */
  restoreUnsent(): void {
    const { unsent, ...now } = this.value;
    if (unsent) this.patch({ ...unsent, unsent: isEmpty(now) ? null : briefOf(now) });
  }

  /** Checks a file and stores it as a reference; what is wrong with it stands at its place in the draft. */
  attach(file: File): Promise<void> {
    const key = newId();
    const abort = new AbortController();
    const { references } = this.value;
    const { name, size: bytes } = file;
    this.patch({
      references: [...references, { key, name, bytes, state: 'uploading', progress: 0, file: null, failure: null }],
    });
    const done = this.#upload(key, file, abort.signal).finally(() => this.#uploads.delete(key));
    this.#uploads.set(key, { abort, done });
    return done;
  }

  /** Adds a reference that is stored already; answers whether the draft holds it now: it takes no more than it may. */
  addReference(file: ReferenceFile): boolean {
    const { references } = this.value;
    if (references.some((one) => one.key === file.id)) return true;
    if (references.length >= MOST_REFERENCES) return false;
    this.patch({ references: [...references, readyReference(file)] });
    return true;
  }

  /** Takes a reference away, also while it is being stored. */
  detach(key: string): void {
    this.#uploads.get(key)?.abort.abort();
    this.patch({ references: this.value.references.filter((one) => one.key !== key) });
  }

  /** Resolves once no reference is on its way any more. */
  async settled(): Promise<void> {
    while (this.#uploads.size > 0) await Promise.all([...this.#uploads.values()].map(({ done }) => done));
  }

  async #upload(key: string, file: File, signal: AbortSignal): Promise<void> {
    try {
      const { uploadBytes, accept } = this.#limits();
      const { checkFile } = await loadLater();
      const checked = await checkFile(file, uploadBytes, accept);
      const onProgress = (sent: number, total: number): void => {
        if (total > 0) this.#update(key, { progress: Math.min(1, sent / total) });
      };
      const stored = await this.#caller.write(
        (write) =>
          this.#adapter.upload?.(checked, { onProgress }, write) ??
          Promise.reject(new Error('The adapter has no upload')),
        { signal, timeoutMs: Infinity },
      );
      this.#update(key, { state: 'ready', progress: 1, file: stored });
    } catch (thrown) {
      this.#update(key, { state: 'failed', failure: toFailure(thrown) });
    }
  }

  #takeBack(brief: Brief, failure: Failure): void {
    if (isEmpty(this.value)) this.patch({ ...brief, failure, unsent: null });
    else this.patch({ unsent: brief, failure });
  }

  #update(key: string, patch: Partial<DraftReference>): void {
    const { references } = this.value;
    if (references.some((one) => one.key === key)) {
      this.patch({ references: references.map((one) => (one.key === key ? { ...one, ...patch } : one)) });
    }
  }

  #save(): void {
    const text = isEmpty(this.value) ? null : serialize(this.value);
    if (text === this.#stored || (text === null && this.#sending > 0)) return;
    this.#stored = text;
    this.#storage?.save(text);
  }
}

const drafts = new WeakMap<ImaginationsStore, DraftStore>();

/** What the composers of a store hold: one draft, made when it is first asked for. */
export function draftOf(store: ImaginationsStore): DraftStore {
  const known = drafts.get(store);
  if (known) return known;
  const { adapter, core } = store;
  const draft = new DraftStore(
    adapter,
    core.caller,
    () => store.capabilities.limits,
    () => core.changed(),
  );
  drafts.set(store, draft);
  return draft;
}

import {
  AdapterError,
  DEFAULT_LIMITS,
  isAbort,
  type BatchResult,
  type Call,
  type ImaginationsAdapter,
  type Limits,
  type NewProject,
  type OpenedMedia,
  type PageRequest,
  type Write,
} from '../../data/index.js';
import { ObjectUrlPool } from '../../internal/object-url-pool.js';
import type { Id, Iteration, Project, Query, Session } from '../../model/index.js';
import { abortable } from '../local/abort.js';
import { checkNumber, checkQuery } from '../local/lists.js';
import { Answers } from './answers.js';
import { ChangeLog } from './change-log.js';
import { Library } from './library.js';
import { pageOf } from './lists.js';
import { Making } from './making.js';
import { makeSound, makeVideo, MEDIA_SCHEME, readAddress } from './media.js';
import { drawPicture } from './picture.js';
import { Projects } from './projects.js';
import { manifestOf, segmentOf } from './segments.js';
import { Writes, type WriteRequest } from './writes.js';

/** An adapter whose library is made up as it is looked at. */
export type SyntheticAdapter = Omit<ImaginationsAdapter, 'limits'> &
  Required<
    Pick<
      ImaginationsAdapter,
      | 'getSession'
      | 'getIterations'
      | 'counts'
      | 'index'
      | 'openMedia'
      | 'listProjects'
      | 'createProject'
      | 'archive'
      | 'reassign'
      | 'annotate'
      | 'undo'
      | 'subscribe'
      | 'dispose'
    >
  > & { readonly limits: Limits };

/** How a synthetic library looks. */
export interface SyntheticAdapterOptions {
  /** How many iterations there are, from 0 to several million. */
  readonly size: number;
  /** Another seed, another library; the same one, the same library. Default 1. */
  readonly seed?: number | undefined;
  /** No iteration is later, in ms since the epoch. Default 2026-11-20T12:00:00Z. */
  readonly now?: number | undefined;
  /** How many years it reaches back. Default 64 iterations a day, for at most 8 years. */
  readonly years?: number | undefined;
  /** Time each answer takes, in ms. Default 0. */
  readonly latencyMs?: number | undefined;
}

const NOW = Date.UTC(2026, 10, 20, 12);

const LIMITS = {
  ...DEFAULT_LIMITS,
  filters: ['kinds', 'sessionId', 'archived', 'createdAfter', 'createdBefore'],
  random: 'offset',
  reassignTo: ['project', 'session', 'new-session'],
  mediaSchemes: [MEDIA_SCHEME],
} as const satisfies Limits;

/** Everything behind one adapter. */
class Synthetic {
  readonly library: Library;
  readonly log: ChangeLog;
  readonly projects: Projects;
  readonly #writes: Writes;
  readonly #answers = new Answers();
  readonly #urls = new ObjectUrlPool();
  readonly #end = new AbortController();
  readonly #latencyMs: number;
  readonly #making = new Making();

  constructor({ size, seed = 1, now = NOW, years, latencyMs = 0 }: SyntheticAdapterOptions) {
    checkNumber('size', size, 0);
    this.library = new Library({ size, seed, now, years });
    this.log = new ChangeLog(this.#end.signal);
    this.projects = new Projects(seed);
    this.#writes = new Writes(this.library, this.projects, this.log, LIMITS.batchSize, now);
    this.#latencyMs = latencyMs;
  }

  /** Answers after a while, until the caller, or everything, has ended. */
  answer<R>(signal: AbortSignal, work: () => R | Promise<R>): Promise<R> {
    return abortable(signal, () =>
      abortable(this.#end.signal, async () => {
        if (this.#latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#latencyMs));
        return work();
      }),
    );
  }

  /** Answers a question about a list that is offered. */
  ask<R>(query: Query, signal: AbortSignal, work: () => R | Promise<R>): Promise<R> {
    return this.answer(signal, () => {
      checkQuery({ limits: LIMITS }, query);
      return work();
    });
  }

  write(request: WriteRequest, { signal, idempotencyKey }: Write): Promise<BatchResult> {
    const query = 'selection' in request && 'query' in request.selection ? request.selection.query : {};
    return this.ask(query, signal, () => this.#answers.run(request, idempotencyKey, () => this.#writes.write(request)));
  }

  createProject(draft: NewProject, { signal, idempotencyKey }: Write): Promise<Project> {
    const request = { to: 'createProject', name: draft.name };
    return this.answer(signal, () => this.#answers.run(request, idempotencyKey, () => this.projects.create(draft)));
  }

  iterations(request: PageRequest) {
    const { library } = this;
    return pageOf<Iteration>(
      {
        name: 'iterations',
        rows: library.rows(request.filter),
        pageSize: LIMITS.pageSize,
        streamPosition: this.log.position,
        numberOf: (id) => library.indexOf(id),
        make: (index) => library.iteration(index),
      },
      request,
    );
  }

  sessions(request: PageRequest) {
    const { library } = this;
    return pageOf<Session>(
      {
        name: 'sessions',
        rows: library.sessionRows(request.filter),
        pageSize: LIMITS.pageSize,
        streamPosition: this.log.position,
        numberOf: (id) => library.sessionNumberOf(id),
        make: (number) => library.session(library.startAt(number)),
      },
      request,
    );
  }

  session(id: Id): Session | null {
    const start = this.library.startOf(id);
    return start === undefined ? null : this.library.session(start);
  }

  lookUp(ids: readonly Id[]): readonly (Iteration | null)[] {
    if (ids.length > LIMITS.lookupSize) {
      throw new AdapterError('too-large', `At most ${LIMITS.lookupSize} ids can be looked up at once`);
    }
    return ids.map((id) => {
      const index = this.library.indexOf(id);
      return index === undefined ? null : this.library.iteration(index);
    });
  }

  /** Makes a file, and an address for as long as it is held open. */
  async open(url: string, call: Call): Promise<OpenedMedia> {
    const { id, isPoster } = readAddress(url);
    const index = this.library.indexOf(id);
    if (index === undefined) throw new AdapterError('not-found', `There is no '${id}'`);
    this.#making.join(url, call);
    try {
      const opened = await this.#urls.open(url, () => this.#making.add(url, call, () => this.#make(index, isPoster)));
      // Nobody waits for it any more.
      if (call.signal.aborted) opened.close();
      return opened;
    } catch (error) {
      // It was given up in the moment it was wanted again.
      if (!isAbort(error) || call.signal.aborted || this.#end.signal.aborted) throw error;
      return this.open(url, call);
    }
  }

  dispose(): void {
    this.#end.abort();
    this.log.dispose();
    this.#urls.dispose();
  }

  #make(index: number, isPoster: boolean): Blob {
    const { looks } = this.library;
    const seed = this.library.pictureSeed(index);
    const kind = looks.kindAt(index);
    if (kind === 2) return makeSound(seed);
    return kind === 1 && !isPoster ? makeVideo() : drawPicture(looks.ratio(index), seed);
  }
}

/**
 * Makes an adapter for a library of any size that is stored nowhere: each row is worked out from its number, each picture
 * drawn when it is opened. For demos, tests and measurements of very large libraries. What is archived, moved, starred,
 * rated, flagged, tagged or noted, and sessions and projects that are made, is remembered until the page goes.
 * @throws AdapterError `invalid` when `size` is no whole number of at least 0.
 */
export function createSyntheticAdapter(options: SyntheticAdapterOptions): SyntheticAdapter {
  const synthetic = new Synthetic(options);
  const { library, log } = synthetic;
  return {
    contract: 1,
    name: 'synthetic',
    limits: LIMITS,
    listSessions: (request, { signal }) => synthetic.ask(request, signal, () => synthetic.sessions(request)),
    listIterations: (request, { signal }) => synthetic.ask(request, signal, () => synthetic.iterations(request)),
    getSession: (id, { signal }) => synthetic.answer(signal, () => synthetic.session(id)),
    getIterations: (ids, { signal }) => synthetic.answer(signal, () => synthetic.lookUp(ids)),
    counts: (query, { signal }) => synthetic.ask(query, signal, () => library.counts(query.filter)),
    index: {
      manifest: (query, { signal, etag }) =>
        synthetic.ask(query, signal, () => manifestOf(library, query, etag, log.position)),
      segment: (query, info, { signal }) => synthetic.ask(query, signal, () => segmentOf(library, query, info)),
    },
    openMedia: (url, call) => synthetic.answer(call.signal, () => synthetic.open(url, call)),
    listProjects: (request, { signal }) =>
      synthetic.answer(signal, () => synthetic.projects.list(request, LIMITS.pageSize)),
    createProject: (draft, call) => synthetic.createProject(draft, call),
    archive: (selection, on, archived, call) => synthetic.write({ to: 'archive', selection, on, archived }, call),
    reassign: (selection, target, call) => synthetic.write({ to: 'reassign', selection, target }, call),
    annotate: (selection, patch, call) => synthetic.write({ to: 'annotate', selection, patch }, call),
    undo: (token, call) => synthetic.write({ to: 'undo', token }, call),
    subscribe: (subscription) => log.subscribe(subscription),
    dispose: () => synthetic.dispose(),
  };
}

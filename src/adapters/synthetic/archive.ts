import { AdapterError, type BatchResult, type Change, type ItemResult, type Selection } from '../../data/index.js';
import { stableJson } from '../../internal/stable-json.js';
import type { Id, Query } from '../../model/index.js';
import type { ChangeLog } from './change-log.js';
import type { Library } from './library.js';

/** Answers that are remembered by their idempotency key. */
const MOST_KEYS = 200;
/** The most rows that a query may stand for. */
const MOST_SELECTED = 10_000;

/** What an archive takes. */
export interface ArchiveRequest {
  readonly selection: Selection;
  readonly on: 'iteration' | 'session';
  readonly archived: boolean;
}

/** Puts rows and sessions away, and back. */
export class Archive {
  readonly #library: Library;
  readonly #log: ChangeLog;
  readonly #batchSize: number;
  readonly #answers = new Map<string, { readonly request: string; readonly answer: BatchResult }>();

  constructor(library: Library, log: ChangeLog, batchSize: number) {
    this.#library = library;
    this.#log = log;
    this.#batchSize = batchSize;
  }

  /** Once per key: the same request gets the same answer, another one `conflict`. */
  run(request: ArchiveRequest, key: string): BatchResult {
    const wanted = stableJson(request);
    const known = this.#answers.get(key);
    if (known && known.request !== wanted) {
      throw new AdapterError('conflict', 'This idempotency key belongs to another request');
    }
    if (known) return known.answer;
    const answer = this.#write(request);
    this.#answers.set(key, { request: wanted, answer });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_KEYS && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  #write(request: ArchiveRequest): BatchResult {
    const { on, archived } = request;
    const at = archived ? new Date().toISOString() : undefined;
    const changed: number[] = [];
    const sessions = new Set<Id>();
    const results = this.#select(request).map((id): ItemResult => {
      const number = on === 'iteration' ? this.#library.indexOf(id) : this.#library.startOf(id);
      if (number === undefined) return { id, ok: false, error: { code: 'not-found', message: `There is no '${id}'` } };
      const rev = on === 'iteration' ? this.#archiveItem(number, at) : this.#archiveSession(number, at);
      if (rev.isNew) {
        changed.push(number);
        sessions.add(on === 'session' ? id : this.#sessionIdOf(number));
      }
      return { id, ok: true, rev: rev.rev };
    });
    if (changed.length > 0) this.#log.add(changed.length, () => changed.map((number) => this.#changeOf(on, number)));
    return { results, touched: { sessionIds: [...sessions] } };
  }

  #archiveItem(index: number, at: string | undefined): { readonly rev: number; readonly isNew: boolean } {
    const { rev, archivedAt } = this.#library.state.item(index);
    const isNew = (archivedAt === undefined) !== (at === undefined);
    return { rev: isNew ? this.#library.state.setItem(index, at) : rev, isNew };
  }

  #archiveSession(start: number, at: string | undefined): { readonly rev: number; readonly isNew: boolean } {
    const { rev, archivedAt } = this.#library.state.session(start);
    const isNew = (archivedAt === undefined) !== (at === undefined);
    return { rev: isNew ? this.#library.state.setSession(start, at) : rev, isNew };
  }

  #changeOf(on: 'iteration' | 'session', number: number): Change {
    return on === 'iteration'
      ? { type: 'iteration', item: this.#library.iteration(number) }
      : { type: 'session', item: this.#library.session(number) };
  }

  #sessionIdOf(index: number): Id {
    return this.#library.sessionIdOf(this.#library.sessions.of(index).start);
  }

  #select({ selection, on }: ArchiveRequest): readonly Id[] {
    if ('ids' in selection) {
      const ids = [...new Set(selection.ids)];
      if (ids.length > this.#batchSize) {
        throw new AdapterError('too-large', `A batch takes at most ${this.#batchSize} ids`);
      }
      return ids;
    }
    const left = new Set(selection.except ?? []);
    return this.#found(selection.query, on).filter((id) => !left.has(id));
  }

  #found({ filter }: Query, on: 'iteration' | 'session'): readonly Id[] {
    const { sessions } = this.#library;
    const rows = on === 'iteration' ? this.#library.rows(filter) : this.#library.sessionRows(filter);
    if (rows.length > MOST_SELECTED) {
      throw new AdapterError('too-large', `A query may stand for at most ${MOST_SELECTED} rows here`);
    }
    const numbers = rows.slice(0, rows.length);
    return on === 'iteration'
      ? numbers.map((number) => this.#library.idOf(number))
      : numbers.map((number) => this.#library.sessionIdOf(sessions.at(number).start));
  }
}

import type {
  Brief,
  Generation,
  Id,
  Instant,
  Iteration,
  Kind,
  ParentRole,
  Project,
  Session,
} from '../../model/index.js';

/** What happened, by reference: the reader looks the entity up as it is by then. */
export type ChangeRef =
  | {
      readonly entity: 'session' | 'iteration' | 'generation';
      readonly id: Id;
      readonly gone?: { readonly rev: number };
    }
  | { readonly entity: 'everything' };

/** What takes one thing back that a batch did: how a row was before it, or the session that it made. */
export type UndoStep =
  | { readonly on: 'iteration'; readonly rev: number; readonly before: Iteration }
  | { readonly on: 'session'; readonly archivedAt: Instant | null | undefined; readonly before: Session }
  /** The batch has made a session, which goes again when it is empty. */
  | { readonly on: 'made'; readonly session: Session }
  /** The batch has taken a session away that another one had made, which comes back before its rows do. */
  | { readonly on: 'unmade'; readonly session: Session };

/** What each table keeps. */
export interface Tables {
  /** `born`: place in the log at which the row came. */
  readonly sessions: { readonly item: Session; readonly born: number };
  /** `hidden`: by its own archive or its session's. */
  readonly iterations: { readonly item: Iteration; readonly born: number; readonly hidden: boolean };
  readonly generations: {
    readonly item: Generation;
    readonly kind: Kind;
    /** As it stood for this attempt. */
    readonly brief: Brief;
    /** The page that carries it out. */
    readonly runner: string;
    readonly from?: Id | undefined;
    /** What that output is to this attempt, where the request said so. */
    readonly as?: ParentRole | undefined;
  };
  readonly projects: { readonly item: Project };
  readonly blobs: { readonly data: Blob | ArrayBuffer; readonly mime: string };
  /** Which entities need a blob; apart from it, for it is costly to rewrite. */
  readonly files: { readonly owners: readonly Id[] };
  readonly changes: { readonly refs: readonly ChangeRef[] };
  /** Answers by idempotency key. */
  readonly keys: { readonly request: string; readonly answer: unknown };
  readonly undos: { readonly steps: readonly UndoStep[] };
  /** When a page was last heard of, in ms since the epoch. */
  readonly runners: { readonly beat: number };
  /** One row, `state`: which database this is, the newest place in its log, the newest instant given. */
  readonly meta: { readonly epoch: string; readonly seq: number; readonly clock: number };
}

export type Table = keyof Tables;

/** Every table. */
export const TABLES = [
  'sessions',
  'iterations',
  'generations',
  'projects',
  'blobs',
  'files',
  'changes',
  'keys',
  'undos',
  'runners',
  'meta',
] as const satisfies readonly Table[];

/** A row, with the facets under which it is found in the order of `(at, id)`. */
export interface Entry<T extends Table> {
  readonly id: string;
  readonly at: string;
  readonly facets: readonly string[];
  readonly value: Tables[T];
}

/** A place in the order of `(at, id)`. */
export interface Bound {
  readonly at: string;
  readonly id: string;
  /** Leaves the place itself out. */
  readonly open: boolean;
}

/** Part of the rows under one facet, in ascending order. */
export interface Span {
  readonly facet: string;
  readonly lower?: Bound | undefined;
  readonly upper?: Bound | undefined;
}

/** Reads and writes that happen together or not at all. Only its own promises may be awaited while it is open. */
export interface Transaction {
  get<T extends Table>(table: T, id: string): Promise<Entry<T> | undefined>;
  put<T extends Table>(table: T, entry: Entry<T>): Promise<void>;
  delete(table: Table, id: string): Promise<void>;
  page<T extends Table>(
    table: T,
    span: Span,
    options: { readonly limit: number; readonly reverse?: boolean; readonly skip?: number },
  ): Promise<readonly Entry<T>[]>;
  count(table: Table, span: Span): Promise<number>;
}

/** What a local backend stands on. */
export interface RowStorage {
  /** Whether blobs are kept as they are, or as bytes. */
  readonly keepsBlobs: boolean;
  /** @throws AdapterError `unavailable`, `quota`; whatever `work` throws undoes the writes. */
  transaction<R>(mode: 'readonly' | 'readwrite', work: (tx: Transaction) => Promise<R>): Promise<R>;
  close(): void;
}

import {
  AdapterError,
  type Annotation,
  type BatchResult,
  type ImaginationsAdapter,
  type Limits,
  type Selection,
  type Write,
} from '../../data/index.js';
import type { Action, Id, Iteration, Session } from '../../model/index.js';

/** A row that a command can change. */
export type Row = Session | Iteration;
/** Which rows a command is about. */
export type Sort = 'iteration' | 'session';

/** One change that can be made to rows, and whose opposite can be made too. */
export type Edit =
  | { readonly to: 'archive'; readonly archived: boolean }
  | { readonly to: 'session'; readonly sessionId: Id; readonly making?: Making }
  | { readonly to: 'projects'; readonly add: readonly Id[]; readonly remove: readonly Id[] }
  | { readonly to: 'annotate'; readonly patch: Annotation };

/** Moves rows into a session that is made for them; `sessionId` stands for it until it has an id. */
export interface Making {
  /** The session, once it is there. */
  readonly made: Id | undefined;
  send(selection: Selection, write: Write): Promise<BatchResult>;
}

interface Members {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** A set with some added and removed. */
function edited(now: readonly string[] = [], { add = [], remove = [] }: Members): readonly string[] {
  return [...new Set([...now, ...add])].filter((one) => !remove.includes(one));
}

/** What takes an edit of a set back; `undefined` where it changes nothing. */
function opposite(now: readonly string[] = [], members: Members): Required<Members> | undefined {
  const next = edited(now, members);
  const add = now.filter((one) => !next.includes(one));
  const remove = next.filter((one) => !now.includes(one));
  return add.length + remove.length > 0 ? { add, remove } : undefined;
}

function annotated(row: Iteration, { starred, rating, flag, tags, note }: Annotation): Iteration {
  const { flag: before, ...rest } = row;
  const nextFlag = flag === undefined ? before : flag;
  return {
    ...rest,
    ...(starred !== undefined && { starred }),
    ...(rating !== undefined && { rating }),
    ...(nextFlag && { flag: nextFlag }),
    ...(tags && { tags: edited(row.tags, tags) }),
    ...(note !== undefined && { note }),
  };
}

function unannotated(row: Iteration, patch: Annotation): Annotation | undefined {
  const { starred = false, rating = 0, flag = null, note = '' } = row;
  const tags = patch.tags && opposite(row.tags, patch.tags);
  const back: Annotation = {
    ...(patch.starred !== undefined && patch.starred !== starred && { starred }),
    ...(patch.rating !== undefined && patch.rating !== rating && { rating }),
    ...(patch.flag !== undefined && patch.flag !== flag && { flag }),
    ...(tags && { tags }),
    ...(patch.note !== undefined && patch.note !== note && { note }),
  };
  return Object.keys(back).length > 0 ? back : undefined;
}

const isIteration = (row: Row): row is Iteration => 'sessionId' in row;

/** The row as it is after an edit. @param at when that is, for what is put away. */
export function applyEdit<T extends Row>(row: T, edit: Edit, at: string): T {
  if (edit.to === 'archive') return { ...row, archivedAt: edit.archived ? at : null };
  if (!isIteration(row)) return row;
  switch (edit.to) {
    case 'session':
      return { ...row, sessionId: edit.sessionId };
    case 'projects':
      return { ...row, projectIds: edited(row.projectIds, edit) };
    case 'annotate':
      return annotated(row, edit.patch) as T;
  }
}

/** The edit that brings a row back to what it is now; `undefined` where there is nothing to bring back. */
export function inverseOf(row: Row, edit: Edit): Edit | undefined {
  if (edit.to === 'archive') {
    return Boolean(row.archivedAt) === edit.archived ? undefined : { to: 'archive', archived: !edit.archived };
  }
  if (!isIteration(row)) return undefined;
  switch (edit.to) {
    case 'session':
      return row.sessionId === edit.sessionId ? undefined : { to: 'session', sessionId: row.sessionId };
    case 'projects': {
      const back = opposite(row.projectIds, edit);
      return back && { to: 'projects', ...back };
    }
    case 'annotate': {
      const patch = unannotated(row, edit.patch);
      return patch && { to: 'annotate', patch };
    }
  }
}

/** The edit that takes another one back whatever the row was; `undefined` where that depends on the row. */
export const plainInverse = (edit: Edit): Edit | undefined =>
  edit.to === 'archive' ? { to: 'archive', archived: !edit.archived } : undefined;

/** What of a row's `can` speaks of an edit. */
export function actionOf(edit: Edit): Action {
  if (edit.to === 'archive') return edit.archived ? 'archive' : 'unarchive';
  return edit.to === 'annotate' ? 'annotate' : 'reassign';
}

/** The failure of a command that the adapter does not offer; the interface shows no control for it. */
export const notOffered = (method: string): AdapterError =>
  new AdapterError('unsupported', `The adapter has no ${method}`);

/** Asks the adapter for an edit. */
export function sendEdit(
  adapter: ImaginationsAdapter,
  on: Sort,
  edit: Edit,
  selection: Selection,
  write: Write,
): Promise<BatchResult> {
  switch (edit.to) {
    case 'archive':
      return adapter.archive?.(selection, on, edit.archived, write) ?? Promise.reject(notOffered('archive'));
    case 'annotate':
      return adapter.annotate?.(selection, edit.patch, write) ?? Promise.reject(notOffered('annotate'));
    case 'session':
      if (edit.making) return edit.making.send(selection, write);
      return (
        adapter.reassign?.(selection, { sessionId: edit.sessionId }, write) ?? Promise.reject(notOffered('reassign'))
      );
    case 'projects': {
      const { add, remove } = edit;
      return (
        adapter.reassign?.(selection, { projects: { add, remove } }, write) ?? Promise.reject(notOffered('reassign'))
      );
    }
  }
}

/** Why the adapter cannot make an edit at all; `undefined` where it can. */
export function refusalOf(
  adapter: ImaginationsAdapter,
  edit: Edit,
  limits: Required<Limits>,
): AdapterError | undefined {
  if (edit.to === 'archive') return adapter.archive ? undefined : notOffered('archive');
  if (edit.to === 'annotate') return adapter.annotate ? undefined : notOffered('annotate');
  if (!adapter.reassign) return notOffered('reassign');
  const target = edit.to !== 'session' ? 'project' : edit.making ? 'new-session' : 'session';
  return limits.reassignTo.includes(target) ? undefined : notOffered(`reassign to a ${target}`);
}

/** One object for all edits that are alike: by it, rows go into one command. */
export class AlikeEdits {
  readonly #known = new Map<string, Edit>();

  of(edit: Edit): Edit {
    const key = JSON.stringify(edit);
    const known = this.#known.get(key) ?? edit;
    this.#known.set(key, known);
    return known;
  }
}

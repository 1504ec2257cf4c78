import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { BatchResult, ImaginationsAdapter, Limits, ReassignTarget, Selection } from '../../../src/data/index.js';
import type { ErrorCode, Iteration } from '../../../src/model/index.js';
import { storeFor, type ImaginationsStore } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { picture } from './live-library.js';
import { mountFull, type Mounted, type MountOptions } from './mounted.js';

const call = { signal: new AbortController().signal };

export interface BatchLibraryOptions {
  readonly rows?: number;
  readonly limits?: Limits;
  /** A backend that has the {@link rowsOf rows} already; default: one in memory. */
  readonly backend?: ImaginationsAdapter;
  readonly change?: (backend: ImaginationsAdapter) => Partial<ImaginationsAdapter>;
  readonly row?: (row: Iteration, number: number) => Iteration;
}

/** So many rows, five to a session, with projects to file them in. */
export function rowsOf(count: number, row: (one: Iteration, number: number) => Iteration = (one) => one) {
  const iterations = Array.from({ length: count }, (_, number) => row(picture(number), number));
  return {
    iterations,
    sessions: [...new Set(iterations.map(({ sessionId }) => sessionId))].map((id, number) => ({
      id,
      createdAt: new Date(Date.UTC(2026, 10, 20, 12, number)).toISOString(),
      title: `Session ${id}`,
      brief: { prompt: `Brief of ${id}` },
    })),
    projects: ['Alpha', 'Beta', 'Gamma'].map((name) => ({ id: name.toLowerCase(), name })),
  };
}

/** A backend that refuses, on request, some rows; five rows to a session, `s1` before `s0`. */
export class BatchLibrary {
  readonly backend: ImaginationsAdapter;
  readonly adapter: ImaginationsAdapter;
  /** Rows that are refused, and why. */
  readonly refuses = new Map<string, ErrorCode>();
  /** What each write was about. */
  readonly sent: { readonly method: string; readonly ids: readonly string[]; readonly to?: ReassignTarget }[] = [];
  /** Done before each write, which fails if it throws. */
  before: (nth: number) => Promise<void> | void = () => undefined;

  constructor({ rows = 40, limits, backend, change, row }: BatchLibraryOptions = {}) {
    this.backend = backend ?? createMemoryAdapter({ ...rowsOf(rows, row), limits: { pageSize: 200, ...limits } });
    const { archive, annotate, reassign } = this.backend;
    const adapter: ImaginationsAdapter = {
      ...this.backend,
      archive: (selection, on, archived, write) =>
        this.#write('archive', selection, (some) => archive!(some, on, archived, write)),
      annotate: (selection, patch, write) =>
        this.#write('annotate', selection, (some) => annotate!(some, patch, write)),
      reassign: (selection, to, write) => this.#write('reassign', selection, (some) => reassign!(some, to, write), to),
    };
    this.adapter = { ...adapter, ...change?.(adapter) };
  }

  get store(): ImaginationsStore {
    return storeFor(this.adapter);
  }

  /** What the backend has now. */
  async row(id: string): Promise<Iteration | null> {
    return (await this.backend.getIterations!([id], call))[0] ?? null;
  }

  async session(id: string) {
    return (await this.backend.getSession!(id, call))!;
  }

  async #write(
    method: string,
    selection: Selection,
    run: (selection: Selection) => Promise<BatchResult>,
    to?: ReassignTarget,
  ): Promise<BatchResult> {
    const ids = 'ids' in selection ? selection.ids : [];
    this.sent.push({ method, ids, ...(to && { to }) });
    await this.before(this.sent.length);
    if ('query' in selection) return run(selection);
    const bad = ids.filter((id) => this.refuses.has(id));
    const good = ids.filter((id) => !this.refuses.has(id));
    const answer = good.length > 0 ? await run({ ids: good }) : { results: [] };
    const refused = bad.map((id) => {
      return { id, ok: false as const, error: { code: this.refuses.get(id) ?? 'internal', message: 'No' } };
    });
    return { ...answer, results: [...answer.results, ...refused] };
  }
}

/** A grid with rows of it selected. */
export async function mountSelected(
  library: BatchLibrary,
  count: number,
  options?: MountOptions,
): Promise<{ readonly mounted: Mounted; readonly ids: readonly string[] }> {
  const mounted = await mountFull(library, options);
  const ids = mounted.ids.flatMap((id) => id ?? []).slice(0, count);
  expect(ids).to.have.length(count);
  await mounted.element.select(ids);
  await find(mounted, '.batch');
  await mounted.settled();
  return { mounted, ids };
}

/** Waits for something in the shadow root. */
export async function find(mounted: Mounted, selector: string): Promise<HTMLElement> {
  await waitUntil(() => mounted.root.querySelector(selector), selector);
  return mounted.root.querySelector<HTMLElement>(selector)!;
}

/** Presses a button as soon as it is there. */
export async function press(mounted: Mounted, selector: string): Promise<void> {
  (await find(mounted, selector)).click();
  await mounted.settled();
}

export const selected = ({ tiles }: Mounted): string[] =>
  tiles.filter((tile) => tile.getAttribute('aria-selected') === 'true').map((tile) => tile.dataset['id'] ?? '');

export const noteText = ({ root }: Mounted): string =>
  root.querySelector('.batch-note:not(.running) .batch-note-text')?.textContent.trim() ?? '';

export const expectNote = (mounted: Mounted, text: string): Promise<void> =>
  waitUntil(() => noteText(mounted) === text, `the note says '${text}'`);

/** The names and the reasons that are listed. */
export const listed = ({ root }: Mounted) => ({
  ids: [...root.querySelectorAll<HTMLElement>('.failed-row')].map((row) => row.dataset['id']),
  reasons: [...root.querySelectorAll('.failed-reason > :first-child')].map((one) => one.textContent),
});

/** The dialog, open. */
export const dialog = (mounted: Mounted): Promise<HTMLElement> => find(mounted, 'dialog.reassign[open]');

export const noDialog = (mounted: Mounted): Promise<void> =>
  waitUntil(() => !mounted.root.querySelector('dialog'), 'the dialog has gone');

export async function openMove(mounted: Mounted): Promise<HTMLElement> {
  await press(mounted, '[data-batch=move]');
  return dialog(mounted);
}

/** Types into the field that has the focus. */
export function typeInto(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

import { fixture, html } from '@open-wc/testing';
import '../../../src/define/imagination-sessions.js';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../../src/adapters/memory/index.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { ImaginationSessions } from '../../../src/elements/imagination-sessions/imagination-sessions-element.js';
// Comes by itself; tests need not wait for it.
import '../../../src/elements/imagination-sessions/session-actions.js';
import type { Iteration, Session } from '../../../src/model/index.js';
import { loadLater } from '../../../src/store/later.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { settle } from '../../support/fake-clock.js';
import { waitUntil } from '../../support/wait.js';

/** Methods that do something else, or are not there. */
export type Changes = { readonly [K in keyof ImaginationsAdapter]?: ImaginationsAdapter[K] | undefined };

export interface SessionsPage {
  readonly element: ImaginationSessions;
  readonly store: ImaginationsStore;
}

const NOW = Date.UTC(2026, 10, 20, 12);
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAHpLOgAAACwAAAAAAQABAAACAkQBADs=';

/** `age` in minutes: the smaller, the nearer to the start of the list. */
export const session = (id: string, age: number, more: Partial<Session> = {}): Session => ({
  id,
  createdAt: new Date(NOW - age * 60_000).toISOString(),
  brief: { prompt: `Prompt of ${id}` },
  ...more,
});

export const iteration = (id: string, sessionId: string, more: Partial<Iteration> = {}): Iteration => ({
  id,
  sessionId,
  createdAt: new Date(NOW).toISOString(),
  kind: 'image',
  status: 'succeeded',
  prompt: `Prompt of ${id}`,
  ...((more.status ?? 'succeeded') === 'succeeded' && {
    media: { url: PIXEL, mime: 'image/gif', width: 4, height: 4, durationMs: 4000 },
  }),
  ...more,
});

export const sessions = (count: number): Session[] =>
  Array.from({ length: count }, (_, index) => session(`s${index}`, index));

/** An adapter on memory with this in it; `changes` replace its methods. */
export const library = (data: MemoryAdapterOptions, changes: Changes = {}): ImaginationsAdapter =>
  ({ ...createMemoryAdapter(data), ...changes }) as ImaginationsAdapter;

/** The element in a box of 900 × 600 px, with the list read - unless `isPending`. */
export async function openSessions(adapter: ImaginationsAdapter, isPending = false): Promise<SessionsPage> {
  const store = new ImaginationsStore(adapter);
  const element = await fixture<ImaginationSessions>(
    html`<imagination-sessions .store=${store}></imagination-sessions>`,
  );
  element.style.width = '900px';
  element.style.height = '600px';
  if (!isPending) {
    const list = store.sessionList({ filter: { archived: 'exclude' } });
    await waitUntil(() => !['idle', 'loading'].includes(list.value.status), 'the list is read');
  }
  // The first command of a page waits for its code.
  await loadLater();
  await drawn(element);
  return { element, store };
}

/** Resolves once what the store holds is drawn. */
export async function drawn(element: ImaginationSessions): Promise<void> {
  await settle();
  await element.updateComplete;
}

const root = (element: ImaginationSessions): ShadowRoot => {
  if (!element.shadowRoot) throw new Error('There is no shadow root');
  return element.shadowRoot;
};

export const find = (element: ImaginationSessions, selector: string): HTMLElement | null =>
  root(element).querySelector<HTMLElement>(selector);

export const titleField = (element: ImaginationSessions): HTMLInputElement | null =>
  root(element).querySelector<HTMLInputElement>('.title-field');

export const findAll = (element: ImaginationSessions, selector: string): HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>(selector),
];

export const ids = (element: ImaginationSessions): string[] =>
  findAll(element, '.card[data-id]').map(({ dataset }) => dataset['id'] ?? '');

export const inCard = (element: ImaginationSessions, id: string, selector: string): HTMLElement | null =>
  find(element, `.card[data-id='${id}'] ${selector}`);

/** The id of the card that has the focus, and the control in it. */
export function focused(element: ImaginationSessions): string {
  const active = root(element).activeElement;
  const card = active?.closest<HTMLElement>('[data-id]');
  return card ? `${card.dataset['id']} ${(active as HTMLElement).dataset['control']}` : (active?.className ?? 'none');
}

export function press(element: ImaginationSessions, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  root(element).activeElement?.dispatchEvent(event);
  return event;
}

/** Chooses a line of a card's menu. */
export async function choose(element: ImaginationSessions, id: string, label: string): Promise<void> {
  inCard(element, id, '.more')?.click();
  const item = (): HTMLElement | undefined =>
    findAll(element, '.menu-item').find(({ textContent }) => textContent.includes(label));
  await waitUntil(() => item() !== undefined, `a line ${label}`);
  item()?.click();
  await drawn(element);
}

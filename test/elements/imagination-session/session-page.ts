import { fixture, html } from '@open-wc/testing';
import '../../../src/define/imagination-session.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { ImaginationSession } from '../../../src/elements/imagination-session/imagination-session-element.js';
import type { Session } from '../../../src/model/index.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { fakeGenerator } from '../../../src/testing/index.js';
import { settle } from '../../support/fake-clock.js';
import { waitUntil } from '../../support/wait.js';

/** Methods that do something else, or are not there. */
export type Changes = { readonly [K in keyof ImaginationsAdapter]?: ImaginationsAdapter[K] | undefined };

export interface Page {
  readonly element: ImaginationSession;
  readonly store: ImaginationsStore;
}

export const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAHpLOgAAACwAAAAAAQABAAACAkQBADs=';

export const session = (more: Partial<Session> = {}): Session => ({
  id: 's',
  createdAt: '2026-11-20T12:00:00.000Z',
  brief: { prompt: 'A pier in low evening light' },
  ...more,
});

/** The page of session `s`. */
export async function openSession(row: Session | null = session(), changes: Changes = {}): Promise<Page> {
  const memory = createMemoryAdapter({ sessions: row ? [row] : [], generator: fakeGenerator() });
  const store = new ImaginationsStore({ ...memory, ...changes } as ImaginationsAdapter);
  store.navigate({ sessionId: 's' });
  const element = await fixture<ImaginationSession>(html`<imagination-session .store=${store}></imagination-session>`);
  await drawn(element);
  return { element, store };
}

/** The page, once its session is there. */
export async function openLoaded(row?: Session, changes?: Changes): Promise<Page> {
  const page = await openSession(row, changes);
  await waitUntil(() => find(page.element, 'article') !== null, 'the session');
  return page;
}

export async function drawn(element: ImaginationSession): Promise<void> {
  await settle();
  await element.updateComplete;
}

export const find = (element: ImaginationSession, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

export const titleField = (element: ImaginationSession): HTMLInputElement | null =>
  element.shadowRoot?.querySelector<HTMLInputElement>('.title-field') ?? null;

export const text = (element: ImaginationSession, selector: string): string =>
  find(element, selector)?.textContent.trim() ?? '';

export function press(element: ImaginationSession, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  (element.shadowRoot?.activeElement ?? element).dispatchEvent(event);
  return event;
}

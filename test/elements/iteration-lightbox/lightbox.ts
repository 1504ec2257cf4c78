import { fixture, html } from '@open-wc/testing';
import { AdapterError, type ImaginationsAdapter } from '../../../src/data/index.js';
// What comes late is fetched before the first test: how long a test server takes for it is no matter of theirs.
import '../../../src/elements/iteration-lightbox/axes/walk-part.js';
import '../../../src/store/later-parts.js';
import '../../../src/define/iteration-lightbox.js';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import { matchesIteration, type Iteration, type MediaSource, type Session } from '../../../src/model/index.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { tinyPng } from '../../../src/testing/tiny-png.js';
import { tinyWav } from '../../../src/internal/tiny-wav.js';
import { TINY_WEBM } from '../../../src/internal/tiny-webm.js';
import { waitUntil } from '../../support/wait.js';

export const FILES: Readonly<Record<string, Blob>> = {
  'p:image': tinyPng(30, 20, () => [200, 80, 20]),
  'p:other': tinyPng(20, 30, () => [20, 80, 200]),
  'p:audio': tinyWav(2000, 330),
  'p:garbage': new Blob(['This is no film. '.repeat(200)], { type: 'video/webm' }),
  'p:video': TINY_WEBM.blob(),
};

export const image = (url = 'p:image'): MediaSource => ({ url, mime: 'image/png', width: 30, height: 20, bytes: 1234 });
export const audio: MediaSource = {
  url: 'p:audio',
  mime: 'audio/wav',
  durationMs: 2000,
  waveform: { peaks: [0.1, 0.9, 0.4] },
};
export const video: MediaSource = {
  url: 'p:video',
  mime: 'video/webm',
  width: TINY_WEBM.width,
  height: TINY_WEBM.height,
  durationMs: TINY_WEBM.durationMs,
};

/** The newer the row, the higher the number. */
export const row = (id: string, minute: number, more: Partial<Iteration> = {}): Iteration => ({
  id,
  sessionId: 's',
  kind: 'image',
  status: 'succeeded',
  createdAt: new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString(),
  prompt: `Prompt of ${id}`,
  ...((more.status ?? 'succeeded') === 'succeeded' && { media: image() }),
  ...more,
});

export interface Backend extends ImaginationsAdapter {
  rows: Iteration[];
  /** Addresses somebody wanted, also those that cannot be had. */
  readonly asked: string[];
  readonly opened: string[];
  readonly closed: string[];
  readonly healed: string[];
}

const SESSION: Session = {
  id: 's',
  createdAt: '2026-01-01T12:00:00.000Z',
  brief: { prompt: 'A brief', model: 'model-1' },
};

/** A backend that counts what is opened and closed. */
export function backend(
  rows: readonly Iteration[],
  more: Partial<ImaginationsAdapter> = {},
  session = SESSION,
): Backend {
  const asked: string[] = [];
  const opened: string[] = [];
  const closed: string[] = [];
  const healed: string[] = [];
  const self: Backend = {
    contract: 1,
    limits: { mediaSchemes: ['p'] },
    rows: [...rows],
    asked,
    opened,
    closed,
    healed,
    listSessions: () => Promise.resolve({ items: [session], nextCursor: null }),
    listIterations: ({ filter }) =>
      Promise.resolve({ items: self.rows.filter((one) => matchesIteration(one, session, filter)), nextCursor: null }),
    getSession: () => Promise.resolve(session),
    getIterations: (ids) => Promise.resolve(ids.map((id) => self.rows.find((one) => one.id === id) ?? null)),
    refreshMedia: (ids) => {
      healed.push(...ids);
      return Promise.resolve(ids.map(() => null));
    },
    openMedia: (url) => {
      asked.push(url);
      const blob = FILES[url];
      if (!blob) return Promise.reject(new AdapterError('not-found'));
      opened.push(url);
      const address = URL.createObjectURL(blob);
      return Promise.resolve({
        url: address,
        close: () => {
          closed.push(url);
          URL.revokeObjectURL(address);
        },
      });
    },
    archive: (selection, _on, archived) => {
      const ids = 'ids' in selection ? selection.ids : [];
      self.rows = self.rows.map((one) =>
        ids.includes(one.id) ? { ...one, archivedAt: archived ? '2026-01-02T00:00:00.000Z' : null } : one,
      );
      return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
    },
    ...more,
  };
  return self;
}

/** Three images of one session, newest first. */
export const THREE = [row('a', 30), row('b', 20, { media: image('p:other') }), row('c', 10)];

export interface Opened {
  readonly box: IterationLightbox;
  readonly store: ImaginationsStore;
  readonly adapter: Backend;
  readonly opener: HTMLButtonElement;
}

export const dialogOf = (box: IterationLightbox): HTMLDialogElement =>
  box.shadowRoot?.querySelector('dialog') ?? document.createElement('dialog');

export const find = (box: IterationLightbox, selector: string): HTMLElement | undefined =>
  box.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;

/** Width of the large picture as it was loaded; 0 before. */
export const pictureWidth = (box: IterationLightbox): number =>
  box.shadowRoot?.querySelector<HTMLImageElement>('.full')?.naturalWidth ?? 0;

export const textOf = (box: IterationLightbox, selector: string): string =>
  (find(box, selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A lightbox beside a button that has the focus; closed. */
export async function place(adapter: Backend): Promise<Opened> {
  const store = new ImaginationsStore(adapter);
  const root = await fixture<HTMLElement>(
    html`<div><button>Opener</button><iteration-lightbox .store=${store}></iteration-lightbox></div>`,
  );
  const opener = root.querySelector('button');
  const box = root.querySelector('iteration-lightbox');
  if (!opener || !box) throw new Error('The fixture is incomplete');
  await box.updateComplete;
  opener.focus({ preventScroll: true });
  return { box, store, adapter, opener };
}

/** The same, with an iteration open and its place known. */
export async function open(adapter: Backend, id: string): Promise<Opened> {
  const placed = await place(adapter);
  placed.store.navigate({ iterationId: id });
  await waitUntil(() => dialogOf(placed.box).open, 'opens');
  await waitUntil(() => textOf(placed.box, '.place') !== '', 'knows its place');
  return placed;
}

/** What those who point at it, or come to it by key, are told. */
export function tipOf(box: IterationLightbox, selector: string): string | undefined {
  return find(box, selector)?.dataset['tip'];
}

export const press = (target: EventTarget | undefined, key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  target?.dispatchEvent(event);
  return event;
};

export const click = (box: IterationLightbox, selector: string): void => find(box, selector)?.click();

export const shows = (opened: Opened, id: string): Promise<void> =>
  waitUntil(
    () => opened.box.iterationId === id && dialogOf(opened.box).open,
    `shows ${id}, not ${String(opened.box.iterationId)}`,
  );

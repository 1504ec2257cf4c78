import { expect } from '@open-wc/testing';
import { createMemoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { Iteration, Session } from '../../../src/model/index.js';
import { audio, backend, click, dialogOf, find, image, open, press, row, shows, textOf, THREE } from './lightbox.js';
import type { Backend, Opened } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();

const SESSIONS: readonly Session[] = ['s', 't', 'u', 'v'].map((id, index) => ({
  id,
  createdAt: at(40 - index * 10),
  brief: { prompt: `Brief ${id}` },
}));

/** Four sessions, of which the third has nothing. */
const ROWS: readonly Iteration[] = [
  row('s1', 45),
  row('s2', 44),
  row('t1', 35, { sessionId: 't' }),
  row('t2', 34, { sessionId: 't' }),
  row('v1', 15, { sessionId: 'v', kind: 'audio', media: audio }),
];

const library = (limits: { pageSize?: number } = {}): MemoryAdapter & Backend => {
  const { openMedia } = backend([]);
  return {
    ...createMemoryAdapter({
      sessions: SESSIONS,
      iterations: ROWS.map((one) => ({ ...one, media: image() })),
      limits: { mediaSchemes: ['p'], ...limits },
    }),
    openMedia,
  } as MemoryAdapter & Backend;
};

const ready = (opened: Opened): Promise<void> =>
  waitUntil(() => find(opened.box, '.across') && find(opened.box, '.cell'), 'the ways are there');

const toast = (opened: Opened): string => textOf(opened.box, '.toast-text');

describe('iteration-lightbox: two ways', () => {
  it('goes up and down through the sessions, past those with nothing in them', async () => {
    const opened = await open(library(), 's2');
    press(dialogOf(opened.box), 'ArrowDown');
    await shows(opened, 't1');
    press(dialogOf(opened.box), 'PageDown');
    await shows(opened, 'v1');
    press(dialogOf(opened.box), 'ArrowDown');
    await waitUntil(() => toast(opened) === 'This is the last session');
    expect(opened.box.iterationId).to.equal('v1');
    press(dialogOf(opened.box), 'ArrowUp');
    await shows(opened, 't1');
    await ready(opened);
    click(opened.box, '.across .up');
    await shows(opened, 's1');
    press(dialogOf(opened.box), 'PageUp');
    await waitUntil(() => toast(opened) === 'This is the first session');
  });

  it('asks what is around a session that is far down the list, and does not read up to it', async () => {
    const adapter = library({ pageSize: 1 });
    const requests: (string | undefined)[] = [];
    const { listSessions } = adapter;
    adapter.listSessions = (request, call) => {
      requests.push(request.around ?? request.cursor);
      return listSessions(request, call);
    };
    // No more than one at a time, except around.
    const opened = await open(adapter, 'v1');
    press(dialogOf(opened.box), 'ArrowUp');
    await waitUntil(() => requests.includes('v'));
    await shows(opened, 't1');
  });

  it('goes on by a backend that knows of no place in the list', async () => {
    const adapter = library({ pageSize: 1 });
    const { listSessions } = adapter;
    adapter.listSessions = ({ around, ...request }, call) =>
      around === undefined ? listSessions(request, call) : Promise.reject(new Error('What is that?'));
    const opened = await open(adapter, 'v1');
    press(dialogOf(opened.box), 'ArrowUp');
    await shows(opened, 't1');
  });

  it('says at an end of the session where it goes on', async () => {
    const opened = await open(library(), 's2');
    press(dialogOf(opened.box), 'ArrowRight');
    await waitUntil(() => toast(opened) === 'End of the session');
    expect(textOf(opened.box, '.toast-action')).to.equal('Next session');
    click(opened.box, '.toast-action');
    await shows(opened, 't1');
    click(opened.box, '.turn.previous');
    await waitUntil(() => toast(opened) === 'Start of the session');
    press(dialogOf(opened.box), 'ArrowUp');
    await shows(opened, 's1');
    await waitUntil(() => toast(opened) === '', 'it is no news elsewhere');
  });

  it('goes on to the next session when nothing is left of this one, and closes only at the very last', async () => {
    const opened = await open(library(), 's1');
    await opened.store.archive('iteration', ['s1']);
    await shows(opened, 's2');
    await opened.store.archive('iteration', ['s2']);
    await shows(opened, 't1');
    await opened.store.archive('session', ['t']);
    await shows(opened, 'v1');
    await opened.store.archive('iteration', ['v1']);
    await waitUntil(() => !dialogOf(opened.box).open);
  });

  it('opens a menu at the place, with both ways and the filmstrip', async () => {
    const opened = await open(library(), 's1');
    await ready(opened);
    const button = find(opened.box, '.place');
    expect([textOf(opened.box, '.place'), button?.getAttribute('aria-haspopup')]).to.deep.equal([
      'Session: 1 of 2',
      'menu',
    ]);
    button?.click();
    const labels = (): string[] =>
      [...(opened.box.shadowRoot?.querySelectorAll('.menu-label') ?? [])].map(({ textContent }) => textContent);
    await waitUntil(() => labels().length > 0);
    expect(labels()).to.deep.equal(['Previous session', 'Next session', 'Hide filmstrip', 'Slideshow']);
    const texts = [...(opened.box.shadowRoot?.querySelectorAll('.menu-label') ?? [])];
    expect(
      texts.filter((one) => one.scrollWidth > one.clientWidth).map(({ textContent }) => textContent),
    ).to.deep.equal([], 'cut off');
    opened.box.shadowRoot?.querySelectorAll<HTMLElement>('.menu-item')[1]?.click();
    await shows(opened, 't1');
  });

  it('turns once for each tilt of the wheel', async () => {
    const opened = await open(backend(THREE), 'a');
    await waitUntil(() => find(opened.box, '.place')?.localName === 'button');
    const tilt = (deltaX: number, deltaY = 0): unknown =>
      find(opened.box, '.stage')?.dispatchEvent(
        new WheelEvent('wheel', { deltaX, deltaY, bubbles: true, composed: true, cancelable: true }),
      );
    tilt(30);
    tilt(40);
    tilt(120);
    await shows(opened, 'b');
    tilt(20, 300);
    await opened.box.updateComplete;
    expect(opened.box.iterationId).to.equal('b');
  });

  it('swipes up and down across the session', async () => {
    const opened = await open(library(), 's1');
    const touch = (type: string, clientY: number): unknown =>
      find(opened.box, '.frame')?.dispatchEvent(
        new PointerEvent(type, {
          pointerType: 'touch',
          pointerId: 7,
          clientX: 90,
          clientY,
          bubbles: true,
          composed: true,
        }),
      );
    touch('pointerdown', 300);
    touch('pointermove', 200);
    touch('pointerup', 200);
    await shows(opened, 't1');
    touch('pointerdown', 100);
    touch('pointermove', 220);
    touch('pointerup', 220);
    await shows(opened, 's1');
  });

  it('leaves up and down to a text that scrolls, also at its end', async () => {
    const opened = await open(library(), 's1');
    if (!find(opened.box, '.panel')) click(opened.box, '.info');
    await waitUntil(() => find(opened.box, '.panel .prose'));
    const panel = find(opened.box, '.panel');
    panel?.style.setProperty('max-block-size', '80px');
    const target = find(opened.box, '.panel .field');
    expect(press(target, 'ArrowDown').defaultPrevented).to.equal(false);
    panel?.scrollTo({ top: 100_000, behavior: 'instant' });
    expect(press(target, 'ArrowDown').defaultPrevented).to.equal(true);
    await opened.box.updateComplete;
    expect(opened.box.iterationId).to.equal('s1');
  });
});

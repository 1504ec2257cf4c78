import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { Annotation } from '../../../src/data/index.js';
import '../../../src/elements/iteration-lightbox/panel/details.js';
import { omit } from '../../../src/internal/omit.js';
import type { Iteration } from '../../../src/model/index.js';
import { doubled, Listener, readAll } from '../../support/screen-reader.js';
import { waitUntil } from '../../support/wait.js';
import { chooseView, openCompare } from './comparing.js';
import { playing } from './film.js';
import {
  audio,
  backend,
  click,
  dialogOf,
  find,
  image,
  open,
  place,
  press,
  row,
  shows,
  textOf,
  THREE,
  type Backend,
  type Opened,
} from './lightbox.js';

const listeners: Listener[] = [];

async function listen(at: Opened): Promise<Listener> {
  const listener = await Listener.at(dialogOf(at.box));
  listeners.push(listener);
  return listener;
}

const read = ({ box }: Opened): Promise<readonly string[]> => readAll(dialogOf(box));

/** Waits until this has been said last, and takes all that has been said. */
async function heard(listener: Listener, last: string): Promise<readonly string[]> {
  await waitUntil(() => listener.said.at(-1)?.startsWith(last), `says “${last}”, not “${listener.said.join('” “')}”`);
  return listener.take();
}

/** A backend that keeps what is said of its rows. */
function judged(rows: readonly Iteration[]): Backend {
  const adapter = backend(rows, {
    annotate: (selection, patch: Annotation) => {
      const ids = 'ids' in selection ? selection.ids : [];
      adapter.rows = adapter.rows.map((one) =>
        ids.includes(one.id)
          ? { ...one, ...omit(patch, 'tags', 'flag'), ...(patch.flag && { flag: patch.flag }) }
          : one,
      );
      return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
    },
  });
  return adapter;
}

const STATES = [
  row('a', 50, { starred: true, rating: 4, flag: 'pick' }),
  row('b', 40, { status: 'running', progress: { value: 0.4 } }),
  row('c', 30, { status: 'failed', error: { code: 'moderated', message: '' } }),
  row('d', 20, { kind: 'audio', media: audio }),
];

const ready = (at: Opened): Promise<void> =>
  waitUntil(
    () => find(at.box, '.across') && find(at.box, '.zoom-bar') && find(at.box, '.cell:last-child')?.dataset['id'],
    'all of it',
  );

describe('iteration-lightbox: to a screen reader', () => {
  afterEach(() => Promise.all(listeners.splice(0).map((one) => one.stop())));

  it('says at the opening what it is, what it shows and where that stands; then what can be done, each once', async () => {
    const at = await open(backend(THREE), 'b');
    await ready(at);
    const phrases = await read(at);
    expect(phrases).to.deep.equal([
      'dialog, Iteration viewer, Image: Prompt of b. Session: 2 of 3',
      'button, Close viewer, key shortcuts Escape',
      'button, Session: 2 of 3, Up and down: other sessions. Left and right: this session., not expanded, has popup menu',
      'button, Previous session, key shortcuts ArrowUp PageUp',
      'button, Next session, key shortcuts ArrowDown PageDown',
      'button, Download, key shortcuts D',
      'button, Archive, key shortcuts E Delete',
      'button, Compare, key shortcuts V',
      'button, Copy prompt, key shortcuts C',
      'button, Copy picture',
      'button, Details, key shortcuts I, not pressed',
      'image, Image: Prompt of b',
      'button, Previous in the session, key shortcuts ArrowLeft',
      'button, Next in the session, key shortcuts ArrowRight',
      'group, Zoom',
      'button, Zoom out, disabled, key shortcuts -',
      'button, Zoom: 200%, has popup menu',
      '200%',
      'button, Zoom in, key shortcuts + =',
      'button, 1:1, Actual size, key shortcuts Z',
      '1:1',
      'status',
      'listbox, Filmstrip of the session',
      'option, Image: Prompt of a, not selected, position 1, set size 3',
      'option, Image: Prompt of b, selected, position 2, set size 3',
      'option, Image: Prompt of c, not selected, position 3, set size 3',
      'status',
      'Image: Prompt of b. Session: 2 of 3',
      'status',
    ]);
    expect(doubled(phrases)).to.deep.equal([]);
  });

  it('says once what is shown next, with its state and what was said of it, and the ends', async () => {
    const at = await open(judged(STATES), 'd');
    const listener = await listen(at);
    const steps = [
      ['c', 'Image: Prompt of c, Failed. Session: 3 of 4'],
      ['b', 'Image: Prompt of b, 40% done. Session: 2 of 4'],
      ['a', 'Image: Prompt of a, starred, rated 4 of 5, picked. Session: 1 of 4'],
    ] as const;
    for (const [id, text] of steps) {
      press(dialogOf(at.box), 'ArrowLeft');
      await shows(at, id);
      expect(await heard(listener, text)).to.deep.equal([text]);
    }
    press(dialogOf(at.box), 'ArrowLeft');
    expect(await heard(listener, 'Start of the session')).to.have.length(1);
    press(dialogOf(at.box), 'ArrowUp');
    expect(await heard(listener, 'This is the first session')).to.have.length(1);
  });

  it('says once what is shown up and down', async () => {
    const rows = [row('s1', 45), row('s2', 44), row('t1', 35, { sessionId: 't' })];
    const library = createMemoryAdapter({
      sessions: ['s', 't'].map((id, index) => ({
        id,
        createdAt: `2026-01-01T12:${40 - index * 10}:00.000Z`,
        brief: { prompt: `Brief ${id}` },
      })),
      iterations: rows.map((one) => ({ ...omit(one, 'prompt'), media: image() })),
      limits: { mediaSchemes: ['p'] },
    });
    const at = await open({ ...backend(rows), ...library, openMedia: backend([]).openMedia! }, 's2');
    const listener = await listen(at);
    press(dialogOf(at.box), 'ArrowDown');
    expect(await heard(listener, 'Image: Brief t')).to.deep.equal(['Image: Brief t. Session: 1 of 1']);
    press(dialogOf(at.box), 'ArrowUp');
    expect(await heard(listener, 'Image: Brief s')).to.deep.equal(['Image: Brief s. Session: 1 of 2']);
  });

  it('says that a run has ended, and why it failed', async () => {
    const adapter = judged(STATES);
    const at = await open(adapter, 'b');
    const listener = await listen(at);
    const figures = (await read(at)).filter((one) => one.includes('40') && !one.startsWith('option'));
    // As it was said at first, and where it stands.
    expect(figures.filter((one) => !one.includes('Prompt of b, 40% done'))).to.deep.equal(['40% done']);
    const becomes = async (next: Iteration): Promise<void> => {
      adapter.rows = adapter.rows.map((one) => (one.id === next.id ? next : one));
      await at.store.iterationList({ filter: { sessionId: 's' } }).refresh();
    };
    await becomes(row('b', 40, { rev: 2, status: 'failed', error: { code: 'moderated', message: '' } }));
    const [why = ''] = await heard(listener, 'Failed');
    expect(why).to.match(/^Failed\. \S+ .*\.$/);
    await becomes(row('b', 40, { rev: 3, status: 'running', progress: { value: 0.1 } }));
    await becomes(row('b', 40, { rev: 4 }));
    expect(await heard(listener, '1 iteration ready')).to.deep.equal(['1 iteration ready']);
  });

  it('says each verdict, the same one twice too, and what was archived and taken back', async () => {
    const at = await open(judged(STATES), 'd');
    const listener = await listen(at);
    const { box } = at;
    press(dialogOf(box), 's');
    expect(await heard(listener, 'Starred')).to.have.length(1);
    press(dialogOf(box), 'p');
    expect(await heard(listener, 'Picked')).to.have.length(1);
    press(dialogOf(box), '3');
    expect(await heard(listener, 'Rated 3 of 5')).to.have.length(1);
    press(dialogOf(box), 'ArrowLeft');
    await heard(listener, 'Image: Prompt of c');
    press(dialogOf(box), '3');
    expect(await heard(listener, 'Rated 3 of 5'), 'of another').to.have.length(1);
    press(dialogOf(box), 'e');
    const archived = await heard(listener, 'Archived 1 iteration');
    expect(archived.map((one) => one.replace(/ Undo$/, ''))).to.have.members([
      'Archived 1 iteration',
      'Audio: Prompt of d, starred, rated 3 of 5, picked. Session: 3 of 3',
    ]);
    click(box, '.toast-action');
    expect(await heard(listener, 'Undone')).to.deep.equal([
      'Image: Prompt of c, Failed, rated 3 of 5. Session: 3 of 4',
      'Undone Redo',
    ]);
  });

  it('reads the filmstrip with the state of each, and tells the one that is shown', async () => {
    const at = await open(backend([...STATES, row('e', 10)]), 'b');
    await waitUntil(() => at.box.shadowRoot?.querySelectorAll('.cell[data-id]').length === 5, 'the strip');
    const phrases = await read(at);
    expect(phrases.slice(phrases.indexOf('listbox, Filmstrip of the session') + 1, -3)).to.deep.equal([
      'option, Image: Prompt of a, starred, rated 4 of 5, picked, not selected, position 1, set size 5',
      'option, Image: Prompt of b, 40% done, selected, position 2, set size 5',
      'option, Image: Prompt of c, Failed, not selected, position 3, set size 5',
      'option, Audio: Prompt of d, not selected, position 4, set size 5',
      'option, Image: Prompt of e, not selected, position 5, set size 5',
    ]);
  });

  it('says what is shown once where the focus goes along in the filmstrip', async () => {
    const at = await open(backend(THREE), 'b');
    await waitUntil(() => at.box.shadowRoot?.querySelectorAll('.cell[data-id]').length === 3, 'the strip');
    find(at.box, '.cell[data-id=b]')?.focus();
    press(find(at.box, '.cell[data-id=b]'), 'ArrowRight');
    const cell = (): Element | null | undefined => at.box.shadowRoot?.activeElement;
    await waitUntil(() => cell()?.matches('.cell[data-id=c]'), 'the focus goes along');
    expect(textOf(at.box, '#said')).to.equal('');
    dialogOf(at.box).focus();
    press(dialogOf(at.box), 'ArrowLeft');
    await waitUntil(() => textOf(at.box, '#said') === 'Image: Prompt of b. Session: 2 of 3', 'without a focus there');
  });

  it('reads the details: each with its name, its value and what pressing it does', async () => {
    const at = await open(judged([row('a', 50, { seed: '7', params: { steps: 20 } })]), 'a');
    press(dialogOf(at.box), 'i');
    await waitUntil(() => find(at.box, '.verdict') && find(at.box, '.field'), 'the details');
    const phrases = await read(at);
    const from = phrases.indexOf('complementary, Details');
    const details = phrases.slice(from);
    const created = [...(at.box.shadowRoot?.querySelectorAll('.field-value') ?? [])].at(4)?.textContent;
    expect(details.filter((one) => /^(?:button|heading|textbox|group)/.test(one))).to.deep.equal([
      'heading, Details, level 2',
      'group, Your verdict',
      'button, Star, key shortcuts S, not pressed',
      'group, Rating',
      'button, Pick, key shortcuts P, not pressed',
      'button, Reject, key shortcuts X, not pressed',
      'heading, Tags, level 3',
      'textbox, Add a tag, placeholder Add a tag',
      'button, Add',
      'heading, Note, level 3',
      'textbox, Note, placeholder Write a note',
      'heading, Brief, level 3',
      'button, Copy prompt',
      'button, Copy whole brief',
      'button, Copy brief as JSON',
      'heading, Details, level 3',
      'button, Model model-1, Copy',
      'button, Seed 7, Copy',
      'button, Size 30 × 20, Copy',
      'button, File size 1.21 kB, Copy',
      `button, Created ${created}, Copy`,
      'heading, Parameters, level 3',
      'button, steps 20, Copy',
    ]);
    // No list of no tags.
    expect(details.filter((one) => one === 'list')).to.have.length(2);
    expect(doubled(details)).to.deep.equal([]);
  });

  it('plays: names what the buttons do now, and where the player is, with units', async () => {
    const at = await open(backend(STATES), 'd');
    const media = await playing(at);
    expect(await read(at)).to.include.members([
      'button, Play, key shortcuts K Space',
      'slider, Position, key shortcuts J L, current value 0:00 of 0:02',
      'slider, Volume, current value 100%',
    ]);
    // Without a press by a hand, WebKit plays nothing.
    Object.defineProperty(media, 'paused', { value: false, configurable: true });
    media.dispatchEvent(new Event('play'));
    await waitUntil(() => find(at.box, '.btn.play')?.getAttribute('aria-label') === 'Pause', 'plays');
    const phrases = await read(at);
    expect(phrases).to.include('button, Pause, key shortcuts K Space');
    expect(doubled(phrases)).to.deep.equal([]);
  });

  it('says how large a picture is when it is zoomed', async () => {
    const at = await open(backend(THREE), 'a');
    await ready(at);
    // Not of the whole dialog: what moves in each frame would be looked at each time.
    const listener = await Listener.at(find(at.box, '.zoom')!);
    listeners.push(listener);
    press(dialogOf(at.box), '+');
    expect(await heard(listener, '300%')).to.deep.equal(['300%']);
    press(dialogOf(at.box), 'z');
    expect(await heard(listener, 'Fit')).to.have.length(1);
  });

  it('compares: names each once, tells which is heard, and what came of it', async () => {
    const sounds = ['a', 'b', 'c'].map((id, index) => row(id, 50 - index, { kind: 'audio', media: audio }));
    const at = await openCompare(backend(sounds), 'a', 'b', 'c');
    await waitUntil(() => find(at.box, '.voices'), 'the voices');
    const phrases = await read(at);
    expect(phrases[0]).to.equal('dialog, Compare, Audio: Prompt of a. A, 1 of 3');
    expect(phrases.filter((one) => one.includes('Prompt of a') && !one.startsWith('dialog'))).to.deep.equal([
      'group, A: Audio: Prompt of a, current item',
      'Audio: Prompt of a. A, 1 of 3',
    ]);
    expect(phrases).to.include.members(['button, Hear A, pressed', 'button, Hear B, not pressed']);
    expect(doubled(phrases)).to.deep.equal([]);
    const listener = await listen(at);
    chooseView(at, 'duel');
    expect(await heard(listener, 'One against one')).to.deep.equal(['One against one']);
    click(at.box, '.pane[data-id=a] .keep');
    expect(await heard(listener, 'A kept')).to.deep.equal(['A kept. C: Audio: Prompt of c']);
  });

  it('says when a slideshow begins and when it has ended', async () => {
    const at = await open(backend(THREE), 'b');
    await ready(at);
    const listener = await listen(at);
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no'));
    press(dialogOf(at.box), 'S', { shiftKey: true });
    expect(await heard(listener, 'Slideshow.')).to.deep.equal(['Slideshow. Any key or press ends it.']);
    press(dialogOf(at.box), 'x');
    expect(await heard(listener, 'Slideshow ended')).to.deep.equal(['Slideshow ended']);
    expect(textOf(at.box, '.toast-text')).to.equal('Slideshow ended');
  });

  it('says what will be there where nothing is open yet', async () => {
    const at = await place(backend(THREE));
    at.box.inline = true;
    await at.box.updateComplete;
    const empty = find(at.box, '.state');
    expect(empty && (await readAll(empty))).to.include('Open an iteration to see it here');
  });
});

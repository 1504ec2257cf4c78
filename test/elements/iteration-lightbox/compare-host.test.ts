import { expect, fixture, html } from '@open-wc/testing';
import { NOTHING_COMPARED, setCompared } from '../../../src/elements/intents/compared.js';
import { compareIterations } from '../../../src/elements/intents/compare-intents.js';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import type { Iteration, Session } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { compares, openCompare, panesOf } from './comparing.js';
import { backend, dialogOf, find, place, press, row, THREE } from './lightbox.js';

describe('iteration-lightbox: compare, and what a host does', () => {
  it('is drawn where nothing is given to compare, and there is no store yet', async () => {
    for (const nothing of [undefined, null]) {
      const box = await fixture<IterationLightbox>(html`<iteration-lightbox .compare=${nothing}></iteration-lightbox>`);
      await box.updateComplete;
      expect(dialogOf(box).getAttribute('aria-label')).to.equal('Iteration viewer');
    }
  });

  it('survives what is no text', async () => {
    const rows = [
      row('a', 30, { seed: 42, params: { big: 1n } } as unknown as Partial<Iteration>),
      row('b', 20, { seed: { no: 'seed' }, model: null } as unknown as Partial<Iteration>),
    ];
    const brief = { prompt: 'x', model: 7, negativePrompt: ['fog'], references: null };
    const session = { id: 's', createdAt: '2026-01-01T12:00:00.000Z', brief } as unknown as Session;
    const opened = await openCompare(backend(rows, {}, session), 'a', 'b');
    if (!find(opened.box, '.differences')) press(panesOf(opened)[0], 'i');
    await waitUntil(() => find(opened.box, '.differences tbody tr'), 'has come');
    const lines = [...(opened.box.shadowRoot?.querySelectorAll('.differences tbody tr') ?? [])];
    expect(lines.map((line) => [...line.children].map((cell) => cell.textContent.trim()))).to.deep.equal([
      ['Seed', '42', '–'],
    ]);
  });

  it('is not held by the store when it has been taken out of the page', async () => {
    const { box, store } = await openCompare(backend(THREE), 'a', 'b');
    box.remove();
    await box.updateComplete;
    setCompared(store, NOTHING_COMPARED);
    expect(box.isUpdatePending).to.equal(false);
  });

  it('stays closed when the host says once more what it said before', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b');
    const { box } = opened;
    press(panesOf(opened)[0], 'Escape');
    await waitUntil(() => !dialogOf(box).open, 'closes');
    box.compare = ['a', 'b'];
    await box.updateComplete;
    await box.updateComplete;
    expect([dialogOf(box).open, box.compare]).to.deep.equal([false, []]);
    box.compare = [];
    await box.updateComplete;
    box.compare = ['a', 'b'];
    await compares(opened, 'a', 'b');
    box.compare = ['a', 'c'];
    await compares(opened, 'a', 'c');
  });

  it('tells of what people change, and not of what its host has written', async () => {
    const opened = await place(backend(THREE));
    const { box, store } = opened;
    const heard: unknown[] = [];
    box.addEventListener('comparison-changed', ({ detail }) => heard.push(detail.ids));
    box.compare = ['a', 'b', 'c'];
    await compares(opened, 'a', 'b', 'c');
    panesOf(opened)[2]?.querySelector<HTMLElement>('.pane-remove')?.click();
    await compares(opened, 'a', 'b');
    press(panesOf(opened)[0], 'Escape');
    await waitUntil(() => !dialogOf(box).open, 'closes');
    await waitUntil(() => heard.length > 1, 'is told');
    expect(heard).to.deep.equal([['a', 'b'], []]);
    compareIterations(opened.opener, store, ['b', 'c']);
    await compares(opened, 'b', 'c');
    box.compare = [];
    await waitUntil(() => find(box, '.stage') ?? !dialogOf(box).open, 'is over');
    expect(heard.slice(2)).to.deep.equal([['b', 'c']]);
  });

  it('leaves keys with modifiers to the browser', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b');
    const [pane] = panesOf(opened);
    const isTaken = (key: string, more: KeyboardEventInit = {}): boolean => press(pane, key, more).defaultPrevented;
    expect(isTaken('ArrowLeft')).to.equal(true);
    for (const more of [{ altKey: true }, { metaKey: true }, { ctrlKey: true }]) {
      expect([isTaken('ArrowLeft', more), isTaken('PageUp', more)]).to.deep.equal([false, false]);
    }
  });
});

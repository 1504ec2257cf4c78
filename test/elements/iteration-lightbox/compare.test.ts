import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { compareIterations } from '../../../src/elements/intents/compare-intents.js';
import { waitUntil } from '../../support/wait.js';
import { activeId, chooseView, compares, focusedId, idsOf, openCompare, panesOf } from './comparing.js';
import { backend, click, dialogOf, find, open, place, press, row, shows, textOf, THREE } from './lightbox.js';
import { LARGE, nearly, pointer, wheel } from './zooming.js';

const scales = (opened: Parameters<typeof panesOf>[0]): readonly number[] =>
  panesOf(opened).map((pane) => {
    const box = pane.querySelector('.box.picture');
    return box ? new DOMMatrix(getComputedStyle(box).transform).a : 0;
  });

describe('iteration-lightbox: compare', () => {
  it('puts what its host says side by side, with letters, and the focus in the first', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b', 'c');
    expect(panesOf(opened).map((pane) => pane.getAttribute('aria-label'))).to.deep.equal([
      'A: Image: Prompt of a',
      'B: Image: Prompt of b',
      'C: Image: Prompt of c',
    ]);
    await waitUntil(() => focusedId(opened) === 'a', 'has the focus');
    expect(dialogOf(opened.box).getAttribute('aria-label')).to.equal('Compare');
    expect(opened.box.iterationId).to.equal('a');
    await waitUntil(() => textOf(opened.box, 'dialog > [role=status]') === 'Image: Prompt of a. A, 1 of 3', 'is said');
  });

  it('goes from one to the other by arrows, and acts on the one with the focus', async () => {
    const starred: string[] = [];
    const adapter = backend(THREE, {
      annotate: (selection) => {
        const ids = 'ids' in selection ? selection.ids : [];
        starred.push(...ids);
        return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
      },
    });
    const opened = await openCompare(adapter, 'a', 'c');
    await waitUntil(() => focusedId(opened) === 'a', 'has the focus');
    press(panesOf(opened)[0], 'ArrowRight');
    await waitUntil(() => focusedId(opened) === 'c' && activeId(opened) === 'c', 'goes on');
    press(panesOf(opened)[1], 'ArrowRight');
    press(panesOf(opened)[1], 'PageDown');
    press(panesOf(opened)[1], 's');
    await waitUntil(() => starred.length > 0, 'is starred');
    expect([starred, opened.store.navigation.value.iterationId]).to.deep.equal([['c'], 'c']);
    press(panesOf(opened)[1], 'Home');
    await waitUntil(() => focusedId(opened) === 'a', 'goes back');
  });

  it('acts on what is pressed', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b');
    panesOf(opened)[1]?.focus();
    await waitUntil(() => activeId(opened) === 'b', 'is active');
    expect(opened.box.compare).to.deep.equal(['a', 'b']);
  });

  it('looks at the same part of all', async () => {
    const opened = await openCompare(backend(LARGE), 'a', 'b');
    await waitUntil(() => find(opened.box, '.pane .box.picture .full'), 'has pictures');
    await waitUntil(() => {
      wheel(find(opened.box, '.pane-view') ?? opened.box, { deltaY: -3, clientX: 300, clientY: 200 });
      return (scales(opened)[0] ?? 0) > 1.1;
    }, 'grows');
    await waitUntil(() => Math.abs((scales(opened)[1] ?? 0) - (scales(opened)[0] ?? 0)) < 0.002, 'the other too');
    press(panesOf(opened)[1], 'z');
    await waitUntil(() => scales(opened).every((scale) => scale === 1), 'is fitted');
    press(panesOf(opened)[1], '+');
    await waitUntil(() => scales(opened).every((scale) => Math.abs(scale - 1.5) < 0.002), 'by key');
    nearly(scales(opened)[0] ?? 0, scales(opened)[1] ?? 0, 0.002, 'scale');
  });

  it('enlarges all where two fingers spread on one', async () => {
    const opened = await openCompare(backend(LARGE), 'a', 'b');
    await waitUntil(() => find(opened.box, '.pane .box.picture .full'), 'has pictures');
    const view = find(opened.box, '.pane-view') ?? opened.box;
    const { left, top, width, height } = view.getBoundingClientRect();
    const finger = (type: string, pointerId: number, by: number): void =>
      pointer(view, type, {
        pointerType: 'touch',
        pointerId,
        isPrimary: pointerId === 1,
        clientX: left + width / 2 + by,
        clientY: top + height / 2,
      });
    finger('pointerdown', 1, -20);
    finger('pointerdown', 2, 20);
    finger('pointermove', 1, -40);
    finger('pointermove', 2, 40);
    finger('pointerup', 1, -40);
    finger('pointerup', 2, 40);
    await waitUntil(() => scales(opened).every((scale) => Math.abs(scale - 2) < 0.02), 'all have grown');
  });

  it('is entered from the viewer by a key, and Escape leads back to what was shown', async () => {
    const opened = await open(backend(THREE), 'b');
    press(dialogOf(opened.box), 'v');
    await compares(opened, 'b', 'c');
    await waitUntil(() => focusedId(opened) === 'b', 'has the focus');
    press(panesOf(opened)[0], 'ArrowRight');
    await waitUntil(() => activeId(opened) === 'c', 'goes on');
    press(panesOf(opened)[1], 'Escape');
    await waitUntil(() => find(opened.box, '.stage'), 'is the viewer again');
    await shows(opened, 'b');
    expect(opened.box.compare).to.deep.equal([]);
    expect(dialogOf(opened.box).getAttribute('aria-label')).to.equal('Iteration viewer');
    expect(document.activeElement).to.equal(opened.box);
  });

  it('closes where it was closed before, and the focus goes back', async () => {
    const opened = await place(backend(THREE));
    const said: unknown[] = [];
    opened.box.addEventListener('lightbox-open', ({ detail }) => said.push(detail));
    opened.opener.addEventListener('iterations-compared', ({ detail }) => said.push(detail.ids));
    compareIterations(opened.opener, opened.store, ['c', 'a', 'c']);
    await compares(opened, 'c', 'a');
    expect(said).to.deep.equal([['c', 'a'], { iterationId: 'c', compare: ['c', 'a'] }]);
    press(panesOf(opened)[0], 'Escape');
    await waitUntil(() => !dialogOf(opened.box).open, 'closes');
    await opened.box.updateComplete;
    // It goes as it was seen.
    expect(find(opened.box, '.stage')).to.equal(undefined);
    expect(document.activeElement).to.equal(opened.opener);
    expect(opened.box.compare).to.deep.equal([]);
  });

  it('does nothing where the host objects, and with fewer than two', async () => {
    const opened = await place(backend(THREE));
    opened.opener.addEventListener('iterations-compare', (event) => event.preventDefault(), { once: true });
    compareIterations(opened.opener, opened.store, ['a', 'b']);
    compareIterations(opened.opener, opened.store, ['a', 'a']);
    await opened.box.updateComplete;
    expect([opened.store.navigation.value.iterationId, dialogOf(opened.box).open]).to.deep.equal([null, false]);
  });

  it('lets go of what is not there, and of what is put away meanwhile', async () => {
    const adapter = backend(THREE);
    const opened = await place(adapter);
    opened.box.compare = ['a', 'nobody', 'b', 'c'];
    await compares(opened, 'a', 'b', 'c');
    await opened.store.archive('iteration', ['a']);
    await compares(opened, 'b', 'c');
    expect(activeId(opened)).to.equal('b');
    expect(find(opened.box, '.pane-letter')?.textContent).to.equal('C');
    await opened.store.archive('iteration', ['b']);
    await waitUntil(() => find(opened.box, '.stage'), 'one alone is in the viewer');
    await shows(opened, 'c');
  });

  it('keeps one of two, until one stays', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b', 'c');
    press(panesOf(opened)[0], 'g');
    await compares(opened, 'a', 'b');
    expect(textOf(opened.box, '.challengers')).to.equal('1 more to come');
    press(panesOf(opened)[0], 'h');
    await compares(opened, 'b', 'c');
    press(panesOf(opened)[0], 'g');
    await shows(opened, 'b');
    await waitUntil(() => find(opened.box, '.stage'), 'the winner is in the viewer');
    expect(textOf(opened.box, '.toast')).to.include('B kept');
  });

  it('takes one out by its button, and the focus stays inside', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b', 'c');
    const remove = panesOf(opened)[1]?.querySelector<HTMLElement>('.pane-remove');
    remove?.focus();
    remove?.click();
    await compares(opened, 'a', 'c');
    await waitUntil(() => focusedId(opened) === 'c', 'has the focus');
  });

  it('shows what runs, what failed and what cannot be had', async () => {
    const rows = [
      row('a', 30, { status: 'running', progress: { value: 0.5 } }),
      row('b', 20, { status: 'failed', error: { code: 'internal', message: '' } }),
      row('c', 10, { media: { url: 'p:gone', mime: 'image/png', width: 30, height: 20 } }),
    ];
    const opened = await openCompare(backend(rows), 'a', 'b', 'c');
    await waitUntil(() => panesOf(opened)[2]?.querySelector('.state'), 'says it');
    expect(panesOf(opened).map((pane) => pane.querySelector('.run, .state') !== null)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(find(opened.box, '[data-view=wipe]')).to.equal(undefined);
  });

  it('lays two pictures over one another, with an edge to move, and shows their difference', async () => {
    const opened = await openCompare(backend(LARGE), 'a', 'b');
    chooseView(opened, 'wipe');
    await waitUntil(() => find(opened.box, '.wipe-edge'), 'has an edge');
    const edge = (): HTMLElement => find(opened.box, '.wipe-edge') ?? opened.box;
    expect([edge().getAttribute('role'), edge().getAttribute('aria-valuenow')]).to.deep.equal(['slider', '50']);
    const { left, top, width, height } = edge().getBoundingClientRect();
    const at = [Math.round(left + width / 2), Math.round(top + height / 2)] as const;
    await sendMouse({ type: 'move', position: [...at] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [at[0] + 80, at[1]] });
    await sendMouse({ type: 'up' });
    await waitUntil(() => Number(edge().getAttribute('aria-valuenow')) > 55, 'is pulled');
    edge().focus();
    press(edge(), 'Home');
    for (let step = 0; step < 5; step++) press(edge(), 'PageUp');
    await waitUntil(() => edge().getAttribute('aria-valuenow') === '50', 'goes back');
    press(edge(), 'ArrowRight');
    await waitUntil(() => edge().getAttribute('aria-valuenow') === '52', 'moves');
    press(edge(), 'End');
    await waitUntil(() => edge().getAttribute('aria-valuetext') === '100% of A', 'goes to its end');
    dialogOf(opened.box).dir = 'rtl';
    press(edge(), 'ArrowRight');
    await waitUntil(() => edge().getAttribute('aria-valuenow') === '98', 'moves the other way');
    expect(activeId(opened)).to.equal('a');
    chooseView(opened, 'difference');
    await waitUntil(() => find(opened.box, '.pane-layer.other'), 'shows it');
    const other = find(opened.box, '.pane-layer.other');
    expect(other && getComputedStyle(other).mixBlendMode).to.equal('difference');
    expect(idsOf(opened)).to.deep.equal(['a', 'b']);
  });

  it('says how prompts differ, word by word, and which parameters do', async () => {
    const rows = [
      row('a', 30, { prompt: 'a red house by the sea', seed: '1', model: 'same', params: { steps: 20, cfg: 3 } }),
      row('b', 20, { prompt: 'a blue house by the sea', seed: '2', model: 'same', params: { steps: 30, cfg: 3 } }),
    ];
    const opened = await openCompare(backend(rows), 'a', 'b');
    if (!find(opened.box, '.differences')) press(panesOf(opened)[0], 'i');
    await waitUntil(() => find(opened.box, '.differences ins'), 'has come');
    expect([textOf(opened.box, '.differences del'), textOf(opened.box, '.differences ins')]).to.deep.equal([
      'Removed: red',
      'Added: blue',
    ]);
    const lines = [...(opened.box.shadowRoot?.querySelectorAll('.differences tbody tr') ?? [])].map((line) =>
      [...line.children].map((cell) => cell.textContent.trim()),
    );
    expect(lines).to.deep.equal([
      ['Seed', '1', '2'],
      ['steps', '20', '30'],
    ]);
    expect(find(opened.box, '.prompt-cut')).to.equal(undefined);
    click(opened.box, '.info');
    await waitUntil(() => !find(opened.box, '.differences'), 'goes');
  });

  it('says what is too long to be compared', async () => {
    const prompt = 'word '.repeat(5000);
    const opened = await openCompare(
      backend([row('a', 30, { prompt }), row('b', 20, { prompt: `${prompt}end` })]),
      'a',
      'b',
    );
    if (!find(opened.box, '.differences')) press(panesOf(opened)[0], 'i');
    await waitUntil(() => find(opened.box, '.prompt-cut'), 'is said');
    expect(textOf(opened.box, '.prompt-cut')).to.equal('Only the first 20,000 characters are compared');
    expect(find(opened.box, '.differences ins')).to.equal(undefined);
  });
});

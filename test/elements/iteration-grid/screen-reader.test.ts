import { expect } from '@open-wc/testing';
import type { Iteration } from '../../../src/model/index.js';
import { doubled, Listener, readAll } from '../../support/screen-reader.js';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, find } from './batch-library.js';
import { mountFull } from './mounted.js';

const STATES: readonly Partial<Iteration>[] = [
  {},
  { starred: true, rating: 4 },
  { kind: 'video', status: 'failed', error: { code: 'moderated', message: '' } },
  { status: 'running', progress: { value: 0.4 } },
];

describe('<iteration-grid>: to a screen reader', () => {
  let listener: Listener | undefined;
  afterEach(() => listener?.stop());

  it('reads of each tile its medium, brief, state and what was said of it, whether it is selected, and its place', async () => {
    const library = new BatchLibrary({ rows: 4, row: (row, number) => ({ ...row, ...STATES[number] }) });
    const mounted = await mountFull(library, { width: 1000 });
    await waitUntil(() => mounted.tiles.every((tile) => tile.getAttribute('aria-label')), 'names');
    const rows = async (): Promise<readonly string[]> =>
      (await readAll(mounted.scroller)).filter((phrase) => /^(?:grid|row)\b/.test(phrase));
    const phrases = await rows();
    expect(phrases).to.deep.equal([
      'grid, Iterations, column count 1, multi-selectable, row count 4',
      'row, Image: Picture 3, 40% done, row index 1, not selected',
      'row, Video: Picture 2, Failed, row index 2, not selected',
      'row, Image: Picture 1, starred, rated 4 of 5, row index 3, not selected',
      'row, Image: Picture 0, row index 4, not selected',
    ]);
    expect(doubled(phrases)).to.deep.equal([]);

    listener = await Listener.at(mounted.root.querySelector('[part=announcer]')!);
    for (const tile of mounted.tiles.slice(0, 2)) tile.querySelector<HTMLElement>('[data-tile-action=select]')?.click();
    const bar = await find(mounted, '.batch');
    expect((await readAll(bar)).slice(0, 4)).to.deep.equal([
      'toolbar, Selected',
      '2 selected',
      'button, Star, not pressed',
      'button, Move…',
    ]);
    expect((await rows()).map((one) => /, selected$/.test(one))).to.deep.equal([false, true, true, false, false]);
    await waitUntil(() => listener?.said.length, 'says how many');
    expect(listener.take()).to.deep.equal(['2 selected']);
  });
});

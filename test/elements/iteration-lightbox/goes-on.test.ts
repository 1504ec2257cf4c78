import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { AdapterError } from '../../../src/data/index.js';
import type { AnyList } from '../../../src/elements/collection/collection-list.js';
import { openFrom, type OpenedList } from '../../../src/elements/collection/opened-list.js';
import type { Id, Iteration, Query } from '../../../src/model/index.js';
import type { ImaginationsStore } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, image, open, place, press, row, shows, textOf, type Backend } from './lightbox.js';

const RESULTS: Query = { filter: { kinds: ['image'] } };

/** Opens the first of a list of ids, as an element that shows the list would; the answer keeps the list. */
async function openFirst(
  store: ImaginationsStore,
  ids: readonly [Id, ...Id[]],
  query: Query,
): Promise<OpenedList & { readonly list: () => AnyList }> {
  await store.loadIteration(ids[0]);
  const value = {
    ids,
    status: 'ready' as const,
    error: null,
    total: ids.length,
    complete: true,
    loadingMore: false,
    dropped: 0,
    stale: false,
  };
  const list: AnyList = { value, load: () => Promise.resolve(), more: () => Promise.resolve() };
  const from = { id: ids[0], query, list: () => list };
  openFrom(store, from);
  store.navigate({ iterationId: ids[0] });
  return from;
}

/** Iterations r0, r1 and so on of one session, in pages of ten. */
const long = (count: number, more: (index: number) => Partial<Iteration> = () => ({})): Backend => ({
  ...backend([]),
  ...createMemoryAdapter({
    sessions: [{ id: 's', createdAt: '2026-01-01T12:00:00.000Z', brief: { prompt: 'A brief' } }],
    iterations: Array.from({ length: count }, (_, index) =>
      row(`r${index}`, 59 - index, { media: image(), ...more(index) }),
    ),
    limits: { pageSize: 10, mediaSchemes: ['p'] },
  }),
  openMedia: backend([]).openMedia!,
});

const ofSessions = (ids: readonly Id[], more: Partial<Backend> = {}): Backend => ({
  ...backend([]),
  ...createMemoryAdapter({
    sessions: ids.map((id, index) => ({ id, createdAt: `2026-01-01T12:${40 - index}:00.000Z`, brief: { prompt: id } })),
    iterations: ids.flatMap((id, index) =>
      [1, ...(id === 'w' ? [2] : [])].map((number) =>
        row(`${id}${number}`, 40 - index - number / 10, {
          sessionId: id,
          media: image(),
          ...(id === 'u' && { rating: 2 }),
        }),
      ),
    ),
    limits: { mediaSchemes: ['p'] },
  }),
  openMedia: backend([]).openMedia!,
  ...more,
});

describe('iteration-lightbox: goes on', () => {
  for (const [what, answer] of [
    ['is not there', () => Promise.resolve([null])],
    ['cannot be asked for', () => Promise.reject(new AdapterError('network'))],
  ] as const) {
    it(`from a hit that ${what}`, async () => {
      const base = backend([row('a', 30), row('b', 20)]);
      const adapter: Backend = {
        ...base,
        getIterations: (ids, call) => (ids.includes('ghost') ? answer() : base.getIterations!(ids, call)),
      };
      const at = await place(adapter);
      const held = await openFirst(at.store, ['a', 'ghost', 'b'], RESULTS);
      await shows(at, 'a');
      await waitUntil(() => textOf(at.box, '.place').includes('1 of 3'), 'among the results');
      await waitUntil(() => find(at.box, '.cell[data-id=b]'), 'the filmstrip');
      const steps = [
        ['ArrowDown', 'ghost'],
        ['ArrowDown', 'b'],
        ['ArrowUp', 'ghost'],
        ['ArrowUp', 'a'],
        ['ArrowDown', 'ghost'],
        ['ArrowRight', 'b'],
        ['ArrowUp', 'ghost'],
        ['ArrowLeft', 'a'],
        ['ArrowDown', 'ghost'],
        ['End', 'b'],
        ['ArrowUp', 'ghost'],
        ['Home', 'a'],
      ] as const;
      for (const [key, id] of steps) {
        press(dialogOf(at.box), key);
        await shows(at, id);
        await at.box.updateComplete;
        expect(find(at.box, '.cell[data-id=a]'), 'the filmstrip stays').not.to.equal(undefined);
      }
      press(dialogOf(at.box), 'ArrowDown');
      press(dialogOf(at.box), 'ArrowDown');
      await shows(at, 'b');
      expect(held.id).to.equal('a');
    });
  }

  it('keeps the focus where it steps from, while the new place is not known', async () => {
    const base = ofSessions(['s', 'w']);
    let answer: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const adapter: Backend = {
      ...base,
      listIterations: async (request, call) => {
        if (request.filter?.sessionId === 'w') await gate;
        return base.listIterations(request, call);
      },
    };
    const at = await place(adapter);
    await at.store.loadIteration('w1');
    const held = await openFirst(at.store, ['s1', 'w1'], {});
    await waitUntil(() => find(at.box, '.across .down') && textOf(at.box, '.place') === 'Session: 1 of 1', 'its place');
    const button = find(at.box, '.across .down');
    button?.focus();
    button?.click();
    await shows(at, 'w1');
    expect(held.id).to.equal('s1');
    await at.box.updateComplete;
    expect(at.box.shadowRoot?.activeElement === button, 'the focus').to.equal(true);
    expect(find(at.box, '.place')?.localName).to.equal('button');
    answer?.();
    await waitUntil(() => textOf(at.box, '.place') === 'Session: 2 of 2', 'the new place');
    expect(at.box.shadowRoot?.activeElement === button, 'and later').to.equal(true);
  });

  it('to the next that nobody has decided on, further than has been read', async () => {
    const at = await open(
      long(25, (index) => (index > 0 && index < 20 ? { flag: 'pick' } : {})),
      'r0',
    );
    at.box.autoAdvance = true;
    press(dialogOf(at.box), 'p');
    await shows(at, 'r20');
  });

  it('to the next result that nobody has decided on', async () => {
    const at = await place(ofSessions(['s', 't', 'u', 'v']));
    at.box.autoAdvance = true;
    const held = await openFirst(at.store, ['s1', 't1', 'u1', 'v1'], RESULTS);
    await waitUntil(() => textOf(at.box, '.place').includes('1 of 4'), 'among the results');
    press(dialogOf(at.box), 'p');
    await shows(at, 't1');
    await waitUntil(() => textOf(at.box, '.place').includes('2 of 4'));
    press(dialogOf(at.box), 'p');
    await shows(at, 'v1');
    await waitUntil(() => textOf(at.box, '.place').includes('4 of 4'));
    press(dialogOf(at.box), 'p');
    await waitUntil(() => at.store.iteration('v1')?.flag === 'pick');
    expect(at.box.iterationId, held.id).to.equal('v1');
  });

  it('to the end of all, not of what has been read', async () => {
    const at = await open(long(25), 'r0');
    press(dialogOf(at.box), 'End');
    press(dialogOf(at.box), 'End');
    await shows(at, 'r24');
    await waitUntil(() => textOf(at.box, '.place') === 'Session: 25 of 25', 'its place');
    press(dialogOf(at.box), 'Home');
    await shows(at, 'r0');
  });
});

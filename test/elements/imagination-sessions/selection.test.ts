import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import type { ImaginationSessions } from '../../../src/elements/imagination-sessions/imagination-sessions-element.js';
import { queryKey } from '../../../src/model/index.js';
import { selectionOf, sessionSelectionOf, type ImaginationsStore } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import {
  choose,
  drawn,
  find,
  findAll,
  focused,
  ids,
  inCard,
  iteration,
  library,
  openSessions,
  sessions,
  type Changes,
} from './sessions-page.js';

/** Sessions with as many iterations as their number says: `s2` has two. */
function filled(count: number, changes: Changes = {}) {
  const rows = sessions(count);
  const iterations = rows.flatMap(({ id }, number) =>
    Array.from({ length: number }, (_, at) => iteration(`${id}-${at}`, id)),
  );
  return library({ sessions: rows, iterations }, changes);
}

async function open(adapter = filled(6)) {
  const page = await openSessions(adapter);
  await waitUntil(() => find(page.element, '.card-check'), 'cards can be selected');
  return page;
}

const selected = (element: ImaginationSessions): string[] =>
  findAll(element, '.card.selected').map(({ dataset }) => dataset['id'] ?? '');

const said = (element: ImaginationSessions): string => find(element, '.batch-count')?.textContent.trim() ?? '';

async function click(element: ImaginationSessions, id: string, how: MouseEventInit = {}, control = '.open') {
  const init = { bubbles: true, composed: true, cancelable: true, ...how };
  inCard(element, id, control)?.dispatchEvent(new MouseEvent('click', init));
  await drawn(element);
}

async function key(element: ImaginationSessions, name: string, how: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...how });
  element.shadowRoot?.activeElement?.dispatchEvent(event);
  await drawn(element);
  return event;
}

const press = (element: ImaginationSessions, action: string): void =>
  find(element, `.batch [data-batch=${action}]`)?.click();

describe('imagination-sessions: selecting', () => {
  it('selects by the checkbox, and says how many sessions and iterations that is', async () => {
    const { element } = await open();
    const check = inCard(element, 's3', '.card-check')!;
    expect([check.getAttribute('role'), check.ariaChecked, check.ariaLabel]).to.deep.equal([
      'checkbox',
      'false',
      'Select Prompt of s3',
    ]);
    check.click();
    await drawn(element);
    expect([selected(element), said(element)]).to.deep.equal([['s3'], '1 session, 3 iterations selected']);
    expect(inCard(element, 's3', '.card-check')?.ariaChecked).to.equal('true');
    expect(focused(element), 'keys go on from there').to.equal('s3 check');
    await key(element, 'ArrowRight', { shiftKey: true });
    expect([selected(element), focused(element)]).to.deep.equal([['s3', 's4'], 's4 open']);
    await key(element, 'ArrowLeft', { shiftKey: true });
    await click(element, 's1', {}, '.card-check');
    expect(said(element)).to.equal('2 sessions, 4 iterations selected');
    await click(element, 's3', {}, '.card-check');
    await click(element, 's1', {}, '.card-check');
    expect([selected(element), find(element, '.batch')]).to.deep.equal([[], null]);
  });

  it('selects with a modifier and over a range, and opens nothing then', async () => {
    const { element, store } = await open();
    await click(element, 's1', { ctrlKey: true });
    await click(element, 's4', { shiftKey: true });
    expect(selected(element)).to.deep.equal(['s1', 's2', 's3', 's4']);
    await click(element, 's2', { shiftKey: true });
    expect(selected(element)).to.deep.equal(['s1', 's2']);
    await click(element, 's5', { metaKey: true }, '.picture');
    expect(selected(element)).to.deep.equal(['s1', 's2', 's5']);
    expect([store.navigation.value.sessionId, store.navigation.value.iterationId]).to.deep.equal([null, null]);
    await click(element, 's5');
    expect(store.navigation.value.sessionId).to.equal('s5');
  });

  it('selects by keys, and the focus goes with the range', async () => {
    const { element, store } = await open();
    inCard(element, 's1', '.open')?.focus();
    const space = await key(element, ' ');
    expect([space.defaultPrevented, selected(element)]).to.deep.equal([true, ['s1']]);
    const up = new KeyboardEvent('keyup', { key: ' ', bubbles: true, composed: true, cancelable: true });
    element.shadowRoot?.activeElement?.dispatchEvent(up);
    expect(up.defaultPrevented).to.equal(true);
    await key(element, 'ArrowRight', { shiftKey: true });
    await key(element, 'ArrowRight', { shiftKey: true });
    expect([selected(element), focused(element)]).to.deep.equal([['s1', 's2', 's3'], 's3 open']);
    await key(element, 'ArrowLeft', { shiftKey: true });
    expect([selected(element), focused(element)]).to.deep.equal([['s1', 's2'], 's2 open']);
    await key(element, 'ArrowRight');
    expect([selected(element), focused(element)]).to.deep.equal([['s1', 's2'], 's3 open']);
    await key(element, 'a', { ctrlKey: true });
    expect(selected(element).length).to.equal(6);
    await waitUntil(() => said(element) === '6 sessions, 15 iterations selected', 'they are counted');
    await key(element, ' ');
    expect(said(element)).to.equal('5 sessions, 12 iterations selected');
    await key(element, 'Escape');
    expect([selected(element), focused(element)]).to.deep.equal([[], 's3 open']);
    expect((await key(element, 'Escape')).defaultPrevented).to.equal(false);
    expect(store.navigation.value.sessionId).to.equal(null);
  });

  it('puts away what is selected, takes it out of the selection, and keeps the focus', async () => {
    const { element, store } = await open();
    await click(element, 's1', {}, '.card-check');
    await click(element, 's3', {}, '.card-check');
    find(element, '.batch [data-batch=archive]')?.focus();
    const events: string[] = [];
    for (const name of ['sessions-archive', 'sessions-archived'])
      element.addEventListener(name, ({ type }) => events.push(type));
    press(element, 'archive');
    await drawn(element);
    expect([ids(element), find(element, '.batch')]).to.deep.equal([['s0', 's2', 's4', 's5'], null]);
    expect(focused(element)).to.match(/^s\d open$/);
    await waitUntil(() => events.length === 2);
    await waitUntil(() => store.session('s3')?.archivedAt);
    element.archived = true;
    await waitUntil(() => ids(element).join() === 's1,s3', 'the archive');
    press(element, 'archive');
    await click(element, 's1', {}, '.card-check');
    press(element, 'unarchive');
    await waitUntil(() => ids(element).join() === 's3');
  });

  it('says that nothing is selected any more when what was has been put away', async () => {
    const { element } = await open();
    await click(element, 's1', {}, '.card-check');
    press(element, 'archive');
    const said = (): string => find(element, '[part=announcer]')?.textContent ?? '';
    await waitUntil(() => said().includes('Nothing selected'), 'said');
  });

  it('archives everything but some in one command, and what came later is no part of it', async () => {
    const asked: unknown[] = [];
    const adapter = filled(6);
    const { archive } = adapter;
    adapter.archive = (selection, ...rest) => {
      asked.push(selection);
      return archive!(selection, ...rest);
    };
    const { element } = await open(adapter);
    await click(element, 's2', {}, '.card-check');
    press(element, 'all');
    await drawn(element);
    await click(element, 's2', {}, '.card-check');
    expect([said(element), find(element, '[data-batch=all]')]).to.deep.equal([
      '5 sessions, 13 iterations selected',
      null,
    ]);
    press(element, 'archive');
    await waitUntil(() => ids(element).join() === 's2');
    const [selection] = asked as { query: { filter: { archived: string; createdBefore: string } }; except: string[] }[];
    expect([selection?.query.filter.archived, selection?.except]).to.deep.equal(['exclude', ['s2']]);
    expect(selection?.query.filter.createdBefore).to.be.a('string');
  });

  it('counts no iteration of what came later, nor twice takes out what was left out and is put away', async () => {
    const adapter = filled(6);
    const { element, store } = await open(adapter);
    await click(element, 's1', {}, '.card-check');
    press(element, 'all');
    await waitUntil(() => said(element) === '6 sessions, 15 iterations selected', 'they are counted');
    const call = { signal: new AbortController().signal, idempotencyKey: 'elsewhere' };
    await adapter.reassign!({ ids: ['s5-0'] }, { create: { title: 'Another' } }, call);
    await waitUntil(() => ids(element).length === 7, 'it has come');
    await waitUntil(() => said(element) === '6 sessions, 14 iterations selected', 'the new one is not selected');
    await click(element, 's3', {}, '.card-check');
    await waitUntil(() => said(element) === '5 sessions, 11 iterations selected');
    await choose(element, 's3', 'Archive');
    await waitUntil(() => store.session('s3')?.archivedAt);
    await waitUntil(() => said(element) === '5 sessions, 11 iterations selected', 'as many as before');
  });

  it('selects again what was refused, and everything where the host did not want it', async () => {
    const archive = (): Promise<never> => Promise.reject(new AdapterError('forbidden'));
    const { element } = await open(filled(3, { archive }));
    await click(element, 's1', {}, '.card-check');
    press(element, 'archive');
    await waitUntil(() => ids(element).length === 3 && selected(element).join() === 's1');
    element.addEventListener('sessions-archive', (event) => event.preventDefault());
    press(element, 'archive');
    await waitUntil(() => selected(element).join() === 's1');
    press(element, 'clear');
    await drawn(element);
    expect(selected(element)).to.deep.equal([]);
  });

  it('lets go of a session that is put away from its card, and of what it holds; what is refused is selected again', async () => {
    const { archive, ...rest } = filled(6);
    let isRefused = false;
    const { element, store } = await open({
      ...rest,
      archive: (...args) => (isRefused ? Promise.reject(new AdapterError('forbidden')) : archive!(...args)),
    });
    await store.iterationList({}).load();
    const list = queryKey({});
    const page = queryKey({ filter: { sessionId: 's3', archived: 'include' } });
    const chosen = (): string[] => [...selectionOf(store).value.ids, ...sessionSelectionOf(store).value.ids];
    for (const id of ['s2', 's3', 's5']) await click(element, id, {}, '.card-check');
    selectionOf(store).set(['s2-0', 's3-0', 's5-0'], true, list);
    selectionOf(store).set(['s3-1'], true, page);
    await choose(element, 's3', 'Archive');
    expect(chosen(), 'its own page still shows what it holds').to.deep.equal(['s2-0', 's5-0', 's3-1', 's2', 's5']);
    await waitUntil(() => store.session('s3')?.archivedAt);
    isRefused = true;
    await choose(element, 's5', 'Archive');
    await waitUntil(() => chosen().join() === 's2-0,s3-1,s5-0,s2,s5', 'refused');
    isRefused = false;
    press(element, 'archive');
    await waitUntil(() => chosen().join() === 's3-1', 'with everything that was selected of them');
  });

  it('begins with a finger that rests; a tap selects as long as something is selected', async () => {
    const { element, store } = await open();
    const pointer = (type: string): void => {
      const init = { pointerType: 'touch', isPrimary: true, bubbles: true, composed: true, cancelable: true };
      inCard(element, 's2', '.open')?.dispatchEvent(new PointerEvent(type, init));
    };
    pointer('pointerdown');
    await waitUntil(() => selected(element).join() === 's2', 'it has rested');
    pointer('pointerup');
    await click(element, 's2');
    expect([selected(element), store.navigation.value.sessionId]).to.deep.equal([['s2'], null]);
    // What follows the finger that has rested is taken for a moment.
    await waitUntil(async () => {
      pointer('pointerdown');
      pointer('pointerup');
      await click(element, 's4');
      return selected(element).join() === 's2,s4';
    });
    expect(store.navigation.value.sessionId).to.equal(null);
  });

  it('shows no control where nothing can be done to several', async () => {
    const page = await openSessions(filled(3, { archive: undefined }));
    await waitUntil(() => page.element.shadowRoot!.adoptedStyleSheets.length > 0);
    inCard(page.element, 's1', '.open')?.focus();
    await key(page.element, ' ');
    await key(page.element, 'a', { ctrlKey: true });
    expect([find(page.element, '.card-check'), find(page.element, '.batch')]).to.deep.equal([null, null]);
  });

  it('is one for all elements of a store, and forgets a session that is removed', async () => {
    const adapter = filled(4);
    const { element, store } = await open(adapter);
    await click(element, 's1', {}, '.card-check');
    await click(element, 's2', {}, '.card-check');
    expect(sessionSelectionOf(store).value.ids).to.deep.equal(['s1', 's2']);
    await adapter.remove!({ ids: ['s1'] }, 'session', {
      signal: new AbortController().signal,
      idempotencyKey: 'gone',
    });
    await waitUntil(() => sessionSelectionOf(store).value.ids.join() === 's2');
    await waitUntil(() => said(element) === '1 session, 2 iterations selected');
  });

  it('reads what lies between the ends of a range', async () => {
    const adapter = library({ sessions: sessions(400), limits: { pageSize: 50 } });
    const { element, store } = await open(adapter);
    await click(element, 's1', {}, '.card-check');
    await waitUntil(() => find(element, '.card[data-id]')?.getAttribute('aria-setsize') === '400', 'all have a place');
    inCard(element, 's1', '.open')?.focus();
    await key(element, 'End');
    await waitUntil(() => focused(element) === 's399 open', 'the last one has the focus');
    await click(element, 's399', { shiftKey: true });
    await waitUntil(() => said(element).startsWith('399 sessions'), 'all between are selected');
    expect(sessionSelectionOf(store).has('s200')).to.equal(true);
  });

  for (const [name, act, left] of [
    ['another card is selected', (element) => click(element, 's398', {}, '.card-check'), ['s1', 's398']],
    ['another element clears it', (_, store) => sessionSelectionOf(store).clear(), []],
  ] as readonly (readonly [string, (element: ImaginationSessions, store: ImaginationsStore) => unknown, string[]])[]) {
    it(`gives up a range that is still being read when ${name}`, async () => {
      const backend = library({ sessions: sessions(400), limits: { pageSize: 50 } });
      let held: (() => void)[] | undefined;
      const listSessions: typeof backend.listSessions = async (...args) => {
        if (held) await new Promise<void>((resolve) => held?.push(resolve));
        return backend.listSessions(...args);
      };
      const { element, store } = await open({ ...backend, listSessions });
      await click(element, 's1', {}, '.card-check');
      await waitUntil(
        () => find(element, '.card[data-id]')?.getAttribute('aria-setsize') === '400',
        'all have a place',
      );
      inCard(element, 's1', '.open')?.focus();
      await key(element, 'End');
      await waitUntil(() => focused(element) === 's399 open', 'the last one has the focus');
      held = [];
      await click(element, 's399', { shiftKey: true });
      await waitUntil(() => held!.length > 0, 'it is being read');
      const reading = held;
      held = undefined;
      await act(element, store);
      for (const go of reading) go();
      await waitUntil(() => selected(element).join() === left.filter((id) => id !== 's1').join());
      // A read that goes on is through by then.
      await store.sessionList({ filter: { archived: 'only' } }).load();
      await drawn(element);
      expect(sessionSelectionOf(store).value.ids).to.deep.equal(left);
    });
  }
});

describe('imagination-sessions: a long range', () => {
  it('is taken in slices that leave the page free, and shows when it is whole', async () => {
    const { element, store } = await open(library({ sessions: sessions(900), limits: { pageSize: 900 } }));
    await waitUntil(() => find(element, '.card[data-id]')?.getAttribute('aria-setsize') === '900', 'all have a place');
    await click(element, 's1', {}, '.card-check');
    inCard(element, 's1', '.open')?.focus();
    await key(element, 'End');
    await waitUntil(() => focused(element) === 's899 open', 'the last one has the focus');
    const selection = sessionSelectionOf(store);
    let time = performance.now();
    // Each look at the clock finds that a slice is over.
    performance.now = () => (time += 1000);
    try {
      const shift = { bubbles: true, composed: true, cancelable: true, shiftKey: true };
      inCard(element, 's899', '.open')?.dispatchEvent(new MouseEvent('click', shift));
      expect([selection.isTaking, said(element)]).to.deep.equal([true, '1 session, 0 iterations selected']);
    } finally {
      Reflect.deleteProperty(performance, 'now');
    }
    await waitUntil(() => said(element).startsWith('899 sessions'), 'all between are selected');
    expect(selection.value.ids).to.have.length(899);
  });
});

import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { fakeGenerator } from '../../../src/testing/index.js';
import { drawn, find, findAll, ids, inCard, iteration, library, openSessions, session } from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-sessions: cards', () => {
  it('show name, previews, counts per medium and failures, the newest session first', async () => {
    const adapter = library({
      sessions: [session('old', 90), session('new', 1, { title: 'Hero images' })],
      iterations: [
        iteration('a', 'new'),
        iteration('b', 'new', { kind: 'video' }),
        iteration('c', 'new', { kind: 'audio' }),
        iteration('d', 'new', { status: 'failed', error: { code: 'moderated', message: 'no' } }),
        iteration('e', 'new'),
      ],
    });
    const { element } = await openSessions(adapter);
    expect(ids(element)).to.deep.equal(['new', 'old']);
    expect(inCard(element, 'new', '.open')?.textContent.trim()).to.equal('Hero images');
    expect(inCard(element, 'old', '.open')?.textContent.trim()).to.equal('Prompt of old');
    const tallies = findAll(element, ".card[data-id='new'] .tally").map(({ title }) => title);
    expect(tallies).to.deep.equal(['3 images', '1 video', '1 audio', '1 failed']);
    expect(findAll(element, ".card[data-id='new'] .cell").length).to.equal(4);
    expect(inCard(element, 'new', '.cell.failed svg')?.getAttribute('aria-label')).to.equal('Failed');
    expect(inCard(element, 'old', '.cell svg')?.getAttribute('aria-label')).to.equal('No previews yet');
  });

  it('show the first words of the brief where there are no previews, and read nothing for it', async () => {
    const prompt = `A harbour at dawn, ${'and boats '.repeat(60)}`;
    const calls: string[] = [];
    const adapter = library(
      { sessions: [session('a', 1, { title: 'Harbour', brief: { prompt } })], iterations: [iteration('i', 'a')] },
      { openMedia: undefined },
    );
    const bare: typeof adapter = {
      ...adapter,
      listSessions: async (...args) => {
        const page = await adapter.listSessions(...args);
        return { ...page, items: page.items.map((row) => ({ ...row, cover: [] })) };
      },
      listIterations: (...args) => {
        calls.push('listIterations');
        return adapter.listIterations(...args);
      },
    };
    const { element } = await openSessions(bare);
    const words = inCard(element, 'a', '.words');
    expect(words?.textContent).to.match(/^A harbour at dawn, and boats .*…$/);
    expect(words?.getAttribute('aria-hidden')).to.equal('true');
    const { height } = inCard(element, 'a', '.mosaic')!.getBoundingClientRect();
    expect(words!.getBoundingClientRect().height).to.be.within(10, height * 0.8);
    expect(calls).to.deep.equal([]);
  });

  it('follow a run: progress, previews, counts, and another session coming in', async () => {
    const gates = [1, 2].map(() => {
      let open = (): void => undefined;
      const passed = new Promise<void>((resolve) => (open = resolve));
      return { passed, open };
    });
    const generator = fakeGenerator({ beforeStep: (_request, step) => gates[step - 1]?.passed });
    const { element, store } = await openSessions(createMemoryAdapter({ generator, sessions: [session('old', 5)] }));
    await store.imagine({ prompt: 'Fox cubs', kind: 'image', count: 2 });
    await waitUntil(() => findAll(element, '[role=progressbar][aria-label=Starting]').length === 2, 'both run');
    gates[0]?.open();
    await waitUntil(() => find(element, '[role=progressbar][aria-valuenow="50"]') !== null, 'half done');
    expect(ids(element).length).to.equal(2);
    expect(find(element, '.badge.active')?.textContent).to.equal('2 running');
    gates[1]?.open();
    await waitUntil(() => findAll(element, '.picture').length === 2, 'both are there');
    await waitUntil(() => find(element, '.badge.active') === null, 'nothing runs');
  });

  it('show a session before the backend has answered, without a page to open yet', async () => {
    let answer = (): void => undefined;
    const memory = createMemoryAdapter({ generator: fakeGenerator() });
    const { generate } = memory;
    if (!generate) throw new Error('no generate');
    const waiting = new Promise<void>((resolve) => (answer = resolve));
    const start: typeof generate.start = async (...args) => waiting.then(() => generate.start(...args));
    const { element, store } = await openSessions({ ...memory, generate: { ...generate, start } });
    const sent = store.imagine({ prompt: 'Fox cubs', kind: 'image', count: 3 });
    await drawn(element);
    expect(findAll(element, '.cell.running').length).to.equal(3);
    find(element, '.open')?.click();
    expect(store.navigation.value.sessionId).to.equal(null);
    answer();
    await sent;
    await waitUntil(() => find(element, '.card.pending') === null && ids(element).length === 1);
  });

  it('open their session, and a preview its iteration; a host can refuse either', async () => {
    const { element, store } = await openSessions(
      library({ sessions: [session('s', 1)], iterations: [iteration('a', 's'), iteration('b', 's')] }),
    );
    const told: string[] = [];
    const refuse = (event: Event): void => event.preventDefault();
    for (const type of ['session-open', 'session-opened', 'iteration-open', 'iteration-opened'])
      element.addEventListener(type, () => told.push(type));
    element.addEventListener('session-open', refuse);
    inCard(element, 's', '.open')?.click();
    expect(store.navigation.value.sessionId).to.equal(null);
    element.removeEventListener('session-open', refuse);
    inCard(element, 's', '.open')?.click();
    inCard(element, 's', '[data-control=a]')?.click();
    expect(store.navigation.value).to.deep.include({ sessionId: 's', iterationId: 'a' });
    expect(told).to.deep.equal([
      'session-open',
      'session-open',
      'session-opened',
      'iteration-open',
      'iteration-opened',
    ]);
  });

  it('survive media and statuses nobody has heard of', async () => {
    const adapter = library(
      { sessions: [session('s', 1)] },
      {
        listSessions: () =>
          Promise.resolve({
            items: [
              session('s', 1, {
                cover: [
                  iteration('a', 's', { kind: 'smell' as 'image' }),
                  iteration('b', 's', { status: 'dreaming' as 'running' }),
                  iteration('c', 's', { media: { url: 'javascript:alert(1)', mime: 'x/y' } }),
                ],
              }),
            ],
            nextCursor: null,
          }),
      },
    );
    const { element } = await openSessions(adapter);
    expect(findAll(element, '.cell').length).to.equal(3);
    expect(findAll(element, 'img').some((img) => img.getAttribute('src')?.startsWith('javascript'))).to.equal(false);
  });
});

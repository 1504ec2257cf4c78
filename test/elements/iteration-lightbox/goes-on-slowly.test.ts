import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { waitUntil } from '../../support/wait.js';
import {
  backend,
  dialogOf,
  find,
  image,
  open,
  press,
  row,
  shows,
  textOf,
  type Backend,
  type Opened,
} from './lightbox.js';

interface Held {
  readonly adapter: Backend;
  /** Lets what is held back be answered. */
  readonly answer: () => void;
}

/** A backend in memory; some pages of iterations wait. @param isHeld asked of each; it may note it. */
function heldBack(
  content: Parameters<typeof createMemoryAdapter>[0],
  isHeld: (request: Parameters<Backend['listIterations']>[0]) => boolean,
): Held {
  const plain = backend([]);
  const memory = createMemoryAdapter(content);
  let answer = (): void => undefined;
  const gate = new Promise<void>((resolve) => (answer = resolve));
  const adapter: Backend = {
    ...plain,
    ...memory,
    openMedia: plain.openMedia!,
    listIterations: async (request, call) => {
      if (isHeld(request)) await gate;
      return memory.listIterations(request, call);
    },
  };
  return { adapter, answer };
}

interface Slow extends Opened {
  /** Lets the second page come. */
  readonly answer: () => void;
}

/** Twelve iterations, of which `r1` to `r9` are decided on, in pages of ten; the second page waits. `r0` is shown. */
async function slow(): Promise<Slow> {
  const content = {
    sessions: [{ id: 's', createdAt: '2026-01-01T12:00:00.000Z', brief: { prompt: 'A brief' } }],
    iterations: Array.from({ length: 12 }, (_, index) =>
      row(`r${index}`, 59 - index, { media: image(), ...(index > 0 && index < 10 && { flag: 'pick' }) }),
    ),
    limits: { pageSize: 10, mediaSchemes: ['p'] },
  };
  const { adapter, answer } = heldBack(content, ({ cursor }) => cursor !== undefined);
  const opened = await open(adapter, 'r0');
  opened.box.autoAdvance = true;
  await waitUntil(() => find(opened.box, '.cell'), 'its ways');
  return { ...opened, answer };
}

const flags = ({ store }: Opened, ids: string): string =>
  ids
    .split(' ')
    .map((id) => store.iteration(id)?.flag ?? '-')
    .join(' ');

const isRead = (at: Opened): Promise<void> => waitUntil(() => at.store.iteration('r11'), 'the second page');

const toast = (at: Opened): string => textOf(at.box, '.toast-text');

interface Sparse extends Opened {
  /** Ids of sessions whose iterations have been asked for. */
  readonly asked: string[];
  /** Lets what is asked of the last empty session be answered. */
  readonly answer: () => void;
}

/** A session of two, twenty with nothing in them, and one with one more. `s1` is shown. */
async function sparse(): Promise<Sparse> {
  const ids = ['s', ...Array.from({ length: 20 }, (_, index) => `e${index}`), 'z'];
  const content = {
    sessions: ids.map((id, index) => ({
      id,
      createdAt: new Date(Date.UTC(2026, 0, 1, 12, 50 - index)).toISOString(),
      brief: { prompt: id },
    })),
    iterations: [row('s1', 55), row('s2', 54), row('z1', 1, { sessionId: 'z' })],
    limits: { mediaSchemes: ['p'] },
  };
  const asked: string[] = [];
  const { adapter, answer } = heldBack(content, ({ filter }) => {
    asked.push(filter?.sessionId ?? '');
    return filter?.sessionId === 'e19';
  });
  const opened = await open(adapter, 's1');
  await waitUntil(() => find(opened.box, '.cell'), 'its ways');
  return { ...opened, asked, answer };
}

const looks = (at: Opened): Promise<void> =>
  waitUntil(() => toast(at).startsWith('Looking further'), 'says that it looks');

const looksNoMore = (at: Opened): Promise<void> => waitUntil(() => toast(at) === '', 'and no longer');

describe('iteration-lightbox: many sessions in a row have nothing in them', () => {
  it('it goes on looking until there is something, and says so', async () => {
    const at = await sparse();
    press(dialogOf(at.box), 'ArrowDown');
    await looks(at);
    expect(at.asked.includes('e19')).to.equal(true);
    press(dialogOf(at.box), 'ArrowDown');
    at.answer();
    await shows(at, 'z1');
    await waitUntil(() => toast(at) === 'This is the last session', 'the second step ends there');
  });

  it('another key stops it, and steps that wait with it; Escape does nothing else', async () => {
    const at = await sparse();
    press(dialogOf(at.box), 'ArrowDown');
    press(dialogOf(at.box), 'PageDown');
    await looks(at);
    press(dialogOf(at.box), 'Escape');
    await looksNoMore(at);
    expect(dialogOf(at.box).open).to.equal(true);
    press(dialogOf(at.box), 'ArrowDown');
    await looks(at);
    press(dialogOf(at.box), 'ArrowRight');
    await shows(at, 's2');
    await looksNoMore(at);
    at.answer();
    await waitUntil(() => at.store.iterationList({ filter: { sessionId: 'e19' } }).value.complete, 'is read');
    await at.box.updateComplete;
    expect([at.box.iterationId, toast(at)]).to.deep.equal(['s2', '']);
  });
});

describe('iteration-lightbox: the next that nobody has decided on takes long', () => {
  it('what is judged meanwhile is meant for what comes', async () => {
    const at = await slow();
    for (const key of ['p', 'x', 'x', '4']) press(dialogOf(at.box), key);
    await waitUntil(() => toast(at).startsWith('Looking for the next'), 'says that it looks');
    expect(flags(at, 'r0 r10 r11')).to.equal('pick - -');
    at.answer();
    await waitUntil(() => flags(at, 'r0 r10 r11') === 'pick reject reject', 'one after the other');
    await waitUntil(() => toast(at).startsWith('Your last key was not used'), 'of one too many it is said');
    expect(at.store.iteration('r11')?.rating).to.equal(undefined);
    await shows(at, 'r11');
  });

  it('paging gives it up, also where that leads back', async () => {
    const at = await slow();
    press(dialogOf(at.box), 'p');
    press(dialogOf(at.box), 'x');
    press(dialogOf(at.box), 'ArrowRight');
    await shows(at, 'r1');
    await waitUntil(() => toast(at).startsWith('Your last key was not used'), 'is said');
    press(dialogOf(at.box), 'ArrowLeft');
    await shows(at, 'r0');
    press(dialogOf(at.box), 'x');
    await waitUntil(() => flags(at, 'r0 r1') === 'reject pick', 'a key of its own');
    press(dialogOf(at.box), 'ArrowRight');
    await shows(at, 'r1');
    at.answer();
    await isRead(at);
    await at.box.updateComplete;
    expect(at.box.iterationId).to.equal('r1');
    expect(flags(at, 'r10 r11')).to.equal('- -');
  });

  for (const [what, act] of [
    ['Escape, which closes nothing then', (at: Opened) => press(dialogOf(at.box), 'Escape')],
    ['the button of what is said', (at: Opened) => find(at.box, '.toast-action')?.click()],
    ['a press in the details', (at: Opened) => find(at.box, '[data-verdict=pick]')?.focus()],
  ] as const) {
    it(`${what} gives it up`, async () => {
      const at = await slow();
      if (!find(at.box, '#panel')) press(dialogOf(at.box), 'i');
      await waitUntil(() => find(at.box, '[data-verdict=pick]'), 'the fields');
      press(dialogOf(at.box), 'p');
      await waitUntil(() => toast(at).startsWith('Looking for the next'), 'says that it looks');
      act(at);
      await waitUntil(() => !toast(at).startsWith('Looking'), 'and no longer');
      expect(dialogOf(at.box).open).to.equal(true);
      press(dialogOf(at.box), 's');
      await waitUntil(() => at.store.iteration('r0')?.starred, 'means what shows');
      at.answer();
      await isRead(at);
      await at.box.updateComplete;
      expect(at.box.iterationId).to.equal('r0');
    });
  }
});

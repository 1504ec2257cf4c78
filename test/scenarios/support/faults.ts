import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { AdapterError } from '../../../src/data/index.js';
import { draftOf } from '../../../src/store/index.js';
import { faultyAdapter, type Fault } from '../../../src/testing/index.js';
import { all, frame, isSeen, see, until } from './deep.js';
import { makeLibrary, mediaFile } from './library.js';

/** Ways for a backend to go wrong. */
export const FAULTS = {
  'throws at once': { throw: new Error('A bug in the adapter') },
  'rejects with nothing': { reject: undefined },
  'rejects with a failure': { reject: new AdapterError('unavailable', 'Down', { retryable: false }) },
  'never answers': { hang: true },
  'answers nothing': { answer: undefined },
  'answers a number': { answer: 42 },
  'answers a text': { answer: '<b>No</b>' },
  'answers an empty object': { answer: {} },
  'answers rows of nonsense': {
    answer: { items: [null, 7, {}, { id: '' }], results: [null], url: 5, iterations: 3, session: [] },
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

/** What can be called, and goes wrong. */
export const READS = [
  'listSessions',
  'listIterations',
  'index.manifest',
  'index.segment',
  'getSession',
  'getIterations',
  'counts',
  'openMedia',
  'generate.get',
] as const;

export const WRITES = ['archive', 'updateSession', 'upload', 'undo', 'generate.start', 'generate.cancel'] as const;

export type MethodName = (typeof READS)[number] | (typeof WRITES)[number];

/** The same backend, to be read page by page. */
const byPages = (adapter: ImaginationsAdapter): ImaginationsAdapter => {
  const pages: { index?: unknown } & ImaginationsAdapter = { ...adapter };
  delete pages.index;
  return pages;
};

/** How the app stood after everything had been tried. */
export interface Standing {
  /** What it says in place. */
  readonly says: string;
  readonly sessions: number;
  readonly tiles: number;
  readonly prompt: string;
}

/** Waits until a view has more rows than so many, or says why it has none. */
const filled = (view: string, row: string, count: number): Promise<boolean> =>
  until(`the rows of ${view}`, () => {
    return all(`${view} >>> ${row}`).length > count || all(`${view} >>> :is(.state, [part~=error])`).some(isSeen);
  });

/** All visible messages. */
const messages = (): string =>
  all('[part~=error], .toast-text, .note, .reason, .state-text, .state-title')
    .map(({ textContent }) => textContent.trim())
    .filter((text) => text !== '')
    .join(' | ');

/** Runs the whole app on a backend of which one method goes wrong, tries everything, and takes the app away while things run. */
export async function tryFault(method: MethodName | 'none', fault: FaultName): Promise<Standing> {
  const { adapter: inner } = await makeLibrary(3);
  const adapter: ImaginationsAdapter = faultyAdapter(method === 'listIterations' ? byPages(inner) : inner, (called) =>
    called === method ? FAULTS[fault] : undefined,
  );
  const app = document.createElement('imaginations-app');
  app.adapter = adapter;
  document.body.append(app);
  await see('[part~=card], [part~=error], [role=status]');
  const store = await until('the store', () => app.activeStore);
  const { signal } = new AbortController();
  // As the elements do, with the same commands.
  await frame();
  const commands: Promise<unknown>[] = [
    store.rename('s0', 'Another name'),
    store.archive('iteration', ['s0-0']).then((outcome) => outcome.undo?.()),
    store.loadSession('nobody').catch(() => undefined),
    store.loadIteration('nobody').catch(() => undefined),
    store.regenerate('s2-0'),
  ];
  draftOf(store).patch({ prompt: 'A brief that must not be lost' });
  const upload = draftOf(store).attach(mediaFile('image', 2));
  app.navigation = { sessionId: 's2' };
  await frame();
  app.navigation = { iterationId: 's2-0' };
  await frame();
  await frame();
  app.navigation = { iterationId: null, sessionId: null, view: 'iterations' };
  await frame();
  app.navigation = { layout: 'timeline' };
  const answers = FAULTS[fault] !== FAULTS['never answers'] || method === 'none';
  if (answers) await Promise.all([...commands, upload]);
  await frame();
  void draftOf(store).send(
    () => store.imagine({ prompt: 'A brief that must not be lost', kind: 'image', count: 1 }),
    null,
  );
  await frame();
  await frame();
  app.navigation = { layout: 'grid', view: 'iterations' };
  // Of rows of nonsense there is nothing to see but what was just asked for.
  const isList = method === 'listIterations' || method.startsWith('index.');
  const least = isList && fault === 'answers rows of nonsense' ? 0 : 6;
  if (answers || !isList) await filled('iteration-grid', '.tile', least);
  const tiles = all('iteration-grid >>> .tile').length;
  const says = messages();
  app.navigation = { view: 'sessions' };
  if (answers || method !== 'listSessions') await filled('imagination-sessions', '.card[data-id]', 1);
  const sessions = all('imagination-sessions >>> .card[data-id]').length;
  const prompt = draftOf(store).value.prompt + (draftOf(store).value.unsent?.prompt ?? '');
  const standing = { says: `${says} | ${messages()}`, sessions, tiles, prompt };
  app.navigation = { iterationId: 's2-1' };
  app.remove();
  await frame();
  store.dispose();
  inner.dispose();
  signal.throwIfAborted();
  localStorage.clear();
  return standing;
}

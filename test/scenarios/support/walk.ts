import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { ImaginationsApp } from '../../../src/elements/imaginations-app/imaginations-app-element.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { faultyAdapter } from '../../../src/testing/index.js';
import { AdapterError } from '../../../src/data/index.js';
import { all, button, find, frame, gone, key, press, see, settled, until } from './deep.js';
import { makeLibrary, mediaFile } from './library.js';

/** A view as it was when nothing moved. */
export interface Stop {
  readonly name: string;
  readonly boxes: readonly string[];
}

function mount(adapter: ImaginationsAdapter | undefined, locale?: string): ImaginationsApp {
  const app = document.createElement('imaginations-app');
  app.adapter = adapter;
  if (locale === undefined) document.body.append(app);
  else {
    const provider = document.createElement('imaginations-provider');
    provider.locale = locale;
    provider.append(app);
    document.body.append(provider);
  }
  return app;
}

const clear = (): void => document.body.replaceChildren();

/** Puts files into the composer as the picker does. */
async function pick(files: readonly File[]): Promise<void> {
  const input = all('input[type=file]')[0] as HTMLInputElement;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  await frame();
}

async function write(prompt: string): Promise<void> {
  const field = (await see('textarea')) as HTMLTextAreaElement;
  field.value = prompt;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const imagine = async (): Promise<void> => (await see('imagination-composer >>> .submit')).click();

/** Goes through everything a person can see, and looks at where all of it is. */
export async function walk(): Promise<readonly Stop[]> {
  // A draft that somebody left would make the composer taller.
  localStorage.clear();
  const stops: Stop[] = [];
  const look = async (name: string): Promise<void> => {
    await document.fonts.ready;
    // A message goes by itself, after a while.
    if (!name.includes('toast')) for (const message of all('.toast')) all('button', message).at(-1)?.click();
    const boxes = await settled(document.body).catch((error: unknown) => {
      throw new Error(`${name}: ${String(error)}`);
    });
    stops.push({ name, boxes });
  };
  const library = await makeLibrary();
  const app = mount(library.adapter);
  await walkSessions(look);
  await walkIterations(app, look);
  await walkLightbox(app, look);
  // What is made here and now comes in its own time: where it is then is not compared.
  const glance = async (name: string): Promise<void> => {
    await look(name);
    stops.push({ name: stops.pop()?.name ?? name, boxes: [] });
  };
  await walkComposer(app, glance);
  await walkRuns(app, glance, library.release);
  clear();
  await walkStates(look);
  await walkRtl(look);
  clear();
  return stops;
}

type Look = (name: string) => Promise<void>;

async function walkSessions(look: Look): Promise<void> {
  await see('.card[data-id=s7] .card-check');
  await look('sessions');
  (await see('.card[data-id=s7] [data-control=more]')).click();
  await see('.menu .menu-item');
  await look('menu of a session');
  await press('Rename');
  const field = (await see('.title-field')) as HTMLInputElement;
  await look('rename');
  field.value = 'A new name';
  key(field, 'Enter');
  await until('the new name', () => all('.card[data-id=s7]')[0]?.textContent.includes('A new name'));
  (await see('.card[data-id=s2] [data-control=open]')).click();
  await see('imagination-session >>> .tile');
  await look('page of a session');
  (await see('imagination-session >>> button[part~=reference]')).click();
  await look('reference of a session');
  all('[popover]').forEach((popover) => popover.matches(':popover-open') && popover.hidePopover());
  await press('All sessions');
  await gone('imagination-session');
  // Archive and undo.
  (await see('.card[data-id=s6] [data-control=more]')).click();
  await press('Archive', find('imagination-sessions')?.shadowRoot ?? undefined);
  await see('.toast');
  await gone('.card[data-id=s6]');
  await look('toast');
  await press('Undo');
  await see('.card[data-id=s6]');
}

async function walkIterations(app: ImaginationsApp, look: Look): Promise<void> {
  app.navigation = { view: 'iterations' };
  await see('iteration-grid >>> .tile');
  await until('28 tiles', () => all('.tile').length >= 12);
  await look('grid');
  for (const kind of ['image', 'video', 'audio'] as const) {
    app.navigation = { kind };
    await until(kind, () => app.navigation?.kind === kind && all('.tile').length > 4);
    await look(`grid of ${kind}`);
  }
  app.navigation = { kind: 'all' };
  await look('grid again');
  (await see('.tile [data-tile-action=menu]')).click();
  await see('.menu .menu-item');
  await look('menu of a tile');
  const menu = await see('.menu');
  key(menu, 'Escape');
  await gone('.menu .menu-item');
  app.navigation = { layout: 'timeline' };
  await see('iteration-timeline >>> .tile');
  await look('timeline');
  app.navigation = { archived: true };
  await until('the archived tiles', () => all('.tile').length === 4);
  await look('archived iterations');
  app.navigation = { view: 'sessions' };
  await see('.card[data-id=s1] .card-check');
  await look('archived sessions');
  app.navigation = { archived: false, view: 'iterations', layout: 'grid' };
  await see('iteration-grid >>> .tile');
}

/** Whether a medium is there: the policy has let it in, and the browser has made something of it. */
const isLoaded = (one: Element): boolean =>
  one instanceof HTMLMediaElement
    ? one.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
    : one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0;

async function walkLightbox(app: ImaginationsApp, look: Look): Promise<void> {
  const root = await see('iteration-lightbox').catch(() => all('iteration-lightbox')[0]);
  if (!root) throw new Error('No lightbox');
  for (const [variant, medium] of ['img.full', 'video', 'audio'].entries()) {
    app.navigation = { iterationId: `s2-${variant}` };
    await until(`what ${medium} shows`, () => all(medium, root.shadowRoot ?? document).some(isLoaded));
    if (medium !== 'img.full') await see('iteration-lightbox >>> .controls');
    if (all('.panel').length === 0) await press('Details');
    await see('.panel .prose');
    if (medium === 'img.full') await until('what zooms', () => all('iteration-lightbox >>> .zoom-level').length > 0);
    await look(`lightbox with ${medium}`);
  }
  (await see('iteration-lightbox >>> .play')).click();
  await frame();
  app.navigation = { iterationId: 's2-3' };
  await see('iteration-lightbox >>> .state');
  await look('lightbox of a failed attempt');
  app.navigation = { iterationId: 's3-0' };
  await until('the picture', () => all('img.full')[0]?.getAttribute('src'));
  await until('what zooms', () => all('iteration-lightbox >>> .zoom-level').length > 0);
  const told = (): string => all('.toast-text', root.shadowRoot ?? document)[0]?.textContent.trim() ?? '';
  for (const name of ['Copy prompt', 'Download']) {
    const before = told();
    await press(name, root.shadowRoot ?? document);
    await until(`what came of "${name}"`, () => ![before, ''].includes(told()));
  }
  await look('toast of the lightbox');
  await press('Regenerate', root.shadowRoot ?? document);
  await until('the start', () => all('.toast', root.shadowRoot ?? document)[0]?.textContent.includes('Making'));
  await press('Remix', root.shadowRoot ?? document);
  await gone('iteration-lightbox >>> dialog');
  await see('imagination-composer >>> .aim');
}

async function walkComposer(app: ImaginationsApp, look: Look): Promise<void> {
  await look('composer with a remix');
  await pick([mediaFile('image', 5), mediaFile('video', 1), mediaFile('audio', 2)]);
  await until('the references', () => all('.reference.ready').length >= 3);
  await look('composer with references');
  await pick([new File(['MZ'], 'setup.exe', { type: 'image/png' }), new File([], 'empty.png', { type: 'image/png' })]);
  await until('the refusals', () => all('.reference.failed').length === 2);
  await look('composer with refused files');
  for (const remove of all('.reference .remove')) remove.click();
  await until('no references', () => all('.reference').length === 0);
  await write('   ');
  await imagine();
  await until('a note', () => all('.note')[0]?.textContent.includes('few words'));
  await look('composer without a brief');
  all('.aim button')[0]?.click();
  app.navigation = { view: 'iterations' };
}

async function walkRuns(app: ImaginationsApp, look: Look, release: () => void): Promise<void> {
  await write('A tower [hold]');
  await imagine();
  await until(
    'running tiles',
    () => all('.tile-progress').filter((one) => one.textContent.includes('40')).length === 2,
  );
  await until('previews', () => all('img.tile-preview[src]').length === 2);
  await look('running tiles');
  const running = all('.tile').find(({ textContent }) => textContent.includes('40'));
  app.navigation = { iterationId: running?.dataset['id'] ?? '' };
  await see('iteration-lightbox >>> .run');
  await look('lightbox of a run');
  app.navigation = { iterationId: null, view: 'sessions' };
  await gone('iteration-lightbox >>> dialog');
  await see('.badge.active');
  await look('sessions with a run');
  release();
  app.navigation = { view: 'iterations' };
  await until('the outputs', () => all('.tile-progress').length === 0);
  await write('A bridge [fail 1] [fail 2]');
  await imagine();
  await until('failed tiles', () => all('.tile-sign.failed').length >= 2);
  await until('their reasons', () => {
    const signs = all('.tile-sign.failed').length;
    return signs >= 2 && all('.tile-reason').length === signs && all('.tile-progress').length === 0;
  });
  await look('failed tiles');
}

async function walkStates(look: Look): Promise<void> {
  const refuse = (code: 'network' | 'internal') => (method: string) =>
    method.startsWith('list') ? { reject: new AdapterError(code, 'x', { retryable: false }) } : undefined;
  const empty = createMemoryAdapter();
  const readOnly: ImaginationsAdapter = {
    contract: 1,
    listSessions: () => Promise.resolve({ items: [] }),
    listIterations: () => Promise.resolve({ items: [] }),
  };
  const states: readonly (readonly [name: string, adapter: ImaginationsAdapter | undefined, sign: string])[] = [
    ['not connected', undefined, '[part~=empty]'],
    ['empty', empty, '[part~=empty]'],
    ['error', faultyAdapter(empty, refuse('internal')), '[part~=error]'],
    ['loading', faultyAdapter(empty, () => ({ hang: true })), '[role=status]'],
    ['offline', { ...empty, subscribe: (subscription) => subscription.state('offline') }, '[part~=offline]'],
    ['read only', readOnly, '[part~=empty]'],
  ];
  for (const [name, adapter, sign] of states) {
    const app = mount(adapter);
    for (const view of ['sessions', 'iterations'] as const) {
      app.navigation = { view };
      await see(sign);
      await look(`${name}: ${view}`);
      if (!adapter) break;
    }
    app.navigation = { view: 'iterations', layout: 'timeline', kind: 'video' };
    await look(`${name}: timeline of videos`);
    clear();
  }
}

async function walkRtl(look: Look): Promise<void> {
  const { adapter } = await makeLibrary(4);
  const app = mount(adapter, 'ar');
  await see('.card');
  await look('right to left: sessions');
  app.navigation = { view: 'iterations' };
  await see('.tile');
  await look('right to left: grid');
  app.navigation = { layout: 'timeline', iterationId: 's2-2' };
  await see('iteration-lightbox >>> .sound-player .controls');
  await look('right to left: lightbox');
  app.navigation = { iterationId: null, sessionId: 's2' };
  await see('imagination-session >>> .tile');
  await look('right to left: session');
  await button('All sessions').catch(() => undefined);
}

import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import '../../src/define.js';
import { createLocalGenerator } from '../generator/index.js';
import { readAddress, writeAddress } from './address.js';
import { LibrarySize } from './library-size.js';

/** `?size=100000` shows a library that is made up, `?step=0` makes the generator hurry, `?store=memory` keeps nothing, `?theme=dark` fixes the scheme, `?lang=de` speaks German. */
const options = new URLSearchParams(location.search);
const generator = createLocalGenerator(
  options.has('step') ? { stepDelayMs: Number(options.get('step')), sizes: { image: 640, video: 320 } } : {},
);
const database = createIndexedDbAdapter({ name: options.get('database') ?? 'imaginations-demo', generator });
const own = options.get('store') === 'memory' ? createMemoryAdapter({ generator }) : database;

const theme = options.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

const app = document.querySelector('imaginations-app');
if (app) {
  app.aspects = ['auto', '1:1', '4:5', '3:2', '2:3', '16:9', '9:16'];
  app.linkFor = ({ id }) => new URL(`#view=iterations&iterationId=${encodeURIComponent(id)}`, location.href).href;
  app.navigation = readAddress(location.hash);
  const library = new LibrarySize(own);
  app.adapter = library.adapter(options.get('size'));
  const select = document.querySelector<HTMLSelectElement>('#size');
  if (select) {
    library.follow(select, options.get('size'), (adapter) => {
      app.navigation = readAddress(location.hash);
      app.adapter = adapter;
    });
  }

  // The address follows what the person does, and the other way round.
  app.addEventListener('navigation-changed', ({ detail }) => {
    const address = writeAddress(detail.navigation);
    if (address !== (location.hash || '#')) history.pushState(null, '', address);
  });
  addEventListener('popstate', () => {
    app.navigation = readAddress(location.hash);
  });
  // The first thing worth keeping is the moment to ask that the browser does not clear it away.
  app.addEventListener('imagined', () => void database.persist(), { once: true });
}

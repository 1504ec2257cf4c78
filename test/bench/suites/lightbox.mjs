// One picture as large as it can be, and the way to the next: ours, a dialog written by hand, and what other libraries make of it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { launch, Tab, WITHOUT_MACHINE_CODE } from '../chrome.mjs';
import { picture } from '../grid/content.mjs';
import { root } from '../../../scripts/npm.mjs';

const folder = path.join(import.meta.dirname, '../lightbox');

export const subjects = {
  ours: 'ours',
  limit: 'limit',
  photoswipe: 'peer',
  lightgallery: 'peer',
  glightbox: 'peer',
  fslightbox: 'peer',
};

const STYLES = {
  photoswipe: 'photoswipe/dist/photoswipe.css',
  lightgallery: 'lightgallery/css/lightgallery.css',
  glightbox: 'glightbox/dist/css/glightbox.min.css',
};

export const defaults = { n: [500], rounds: 3 };

const limit = 'limit';
/** Different pictures; the slides take turns at them. */
const PICTURES = 8;
const OPENS = 5;
const TURNS = 30;
const MANY = 500;
/** Longest that any of them takes to turn, in ms. */
const TURN_MS = 600;
/** What all of them follow when keys are pressed one after the other, in ms. */
const QUICK_MS = { lightgallery: 480 };

/** @type {import('../rows.mjs').Metric[]} */
const metrics = [
  { scenario: 'first open', metric: 'shown', unit: 'ms', limit },
  { scenario: 'open from a tile', metric: 'shown', unit: 'ms', limit, target: { toPeer: 0.8 } },
  { scenario: 'open from a tile', metric: 'settled', unit: 'ms', limit },
  { scenario: 'open from a tile', metric: 'cpu', unit: 'ms', limit },
  { scenario: 'next and previous', metric: 'cpu', unit: 'ms each', limit, target: { toPeer: 0.8 } },
  { scenario: 'next and previous', metric: 'in step', unit: 'share', better: 'more', target: { least: 1 } },
  { scenario: `${MANY} pages`, metric: 'followed', unit: 'share', better: 'more', target: { least: 1 } },
  { scenario: `${MANY} pages`, metric: 'heap', unit: 'MB', limit },
  { scenario: `${MANY} pages`, metric: 'heap grows', unit: '% of the page, since page 100', target: { most: 5 } },
];

export const metricsOf = () => metrics;

/** Puts what all pages need on the server, and tells how one subject is measured. */
export async function prepare({ server, browser, url, names, isReadable }) {
  const put = (files) => files.forEach((body, file) => server.files.set(file, body));
  for (let number = 0; number < PICTURES; number++) {
    server.files.set(`/pictures/big-${number}.png`, picture(number, 1024, 768));
    server.files.set(`/pictures/small-${number}.png`, picture(number, 160, 120));
  }
  put(await bundle(path.join(folder, 'page.ts'), '/', { name: 'page' }));
  const codes = new Map();
  const sources = readdirSync(path.join(folder, 'subjects'));
  for (const name of names) {
    const file = sources.find((source) => path.parse(source).name === name);
    codes.set(name, await bundle(path.join(folder, 'subjects', file), '/subject/', { isReadable }));
    if (STYLES[name]) {
      server.files.set(`/styles/${name}.css`, readFileSync(path.join(root, 'node_modules', STYLES[name])));
    }
  }

  const open = async ({ subject, n }, from = browser) => {
    put(codes.get(subject));
    const tab = await Tab.open(from, url);
    await tab.call('prepare', n, PICTURES);
    const heap = await tab.heap();
    await tab.call('start', '/subject/index.js', STYLES[subject] ? `/styles/${subject}.css` : null);
    await tab.call('rest', 300);
    return { tab, heap };
  };

  return {
    measure: async ({ subject, n }) => {
      const { tab } = await open({ subject, n });
      const plain = await launch(WITHOUT_MACHINE_CODE);
      try {
        const found = await numbers(tab);
        const { tab: other, heap } = await open({ subject, n }, plain);
        found.push(...(await manyPages(other, heap, subject)));
        const samples = found.map(([scenario, metric, value]) => ({ scenario, metric, subject, n, value }));
        return { samples, errors: [...tab.errors, ...other.errors] };
      } finally {
        await plain.close();
        await tab.close();
      }
    },
    profile: async (run) => {
      const { tab } = await open(run);
      try {
        await tab.call('open', 1);
        return await tab.profile(() => turn(tab, 1, TURNS));
      } finally {
        await tab.close();
      }
    },
  };
}

const isAt = async (tab, index, ms) => (await tab.call('wait', index, ms)) !== null;

/** There and back, in threes. @returns the slide where that ends. */
async function turn(tab, from, times) {
  let at = from;
  for (let time = 0; time < times; time++) {
    const isBack = time % 3 === 2;
    await tab.press(isBack ? 'ArrowLeft' : 'ArrowRight');
    at += isBack ? -1 : 1;
    await tab.call('rest', TURN_MS);
  }
  return at;
}

async function opens(tab) {
  const found = [];
  for (let time = 0; time < OPENS; time++) {
    const before = await tab.cpu();
    const { shown, settled } = await tab.call('open', time * 3 + 1);
    const cpu = (await tab.cpu()) - before;
    if (time === 0) found.push(['first open', 'shown', shown]);
    else {
      found.push(['open from a tile', 'shown', shown], ['open from a tile', 'settled', settled]);
      found.push(['open from a tile', 'cpu', cpu]);
    }
    if (time === OPENS - 1) break;
    await tab.call('close');
    await tab.call('rest', 700);
  }
  return found;
}

async function numbers(tab) {
  const found = await opens(tab);
  let at = (OPENS - 1) * 3 + 1;
  await tab.call('rest', 1000);
  const idleFrom = await tab.cpu();
  await tab.call('rest', 2000);
  const idle = ((await tab.cpu()) - idleFrom) / 2000;
  at = await turn(tab, at, 3);
  const before = await tab.cpu();
  at = await turn(tab, at, TURNS);
  const cpu = ((await tab.cpu()) - before - idle * TURNS * TURN_MS) / TURNS;
  found.push(['next and previous', 'cpu', cpu], ['next and previous', 'in step', Number(await isAt(tab, at, 1000))]);
  return found;
}

async function manyPages(tab, heapBefore, subject) {
  let at = 1;
  await tab.call('open', at);
  let followed = 0;
  let early = 0;
  for (let page = 1; page <= MANY; page++) {
    if (page % 100 === 1) await tab.call('rest', 200);
    at += page % 200 < 100 ? 1 : -1;
    await tab.press(page % 200 < 100 ? 'ArrowRight' : 'ArrowLeft');
    await tab.call('rest', QUICK_MS[subject] ?? 60);
    if (await isAt(tab, at, 700)) followed++;
    if (page === 100) early = await tab.heap();
  }
  await tab.call('rest', 800);
  const late = await tab.heap();
  return [
    [`${MANY} pages`, 'followed', followed / MANY],
    [`${MANY} pages`, 'heap', (late - heapBefore) / 1e6],
    [`${MANY} pages`, 'heap grows', (100 * (late - early)) / early],
  ];
}

// A grid of very many pictures: ours, the same grids written by hand, and what other libraries make of them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { Tab } from '../chrome.mjs';
import { PICTURES } from '../grid/content.mjs';
import { servePages } from '../grid/pages.mjs';

const folder = path.join(import.meta.dirname, '../grid');

export const subjects = {
  ours: 'ours',
  'limit-justified': 'limit',
  'limit-uniform': 'limit',
  'lit-virtualizer-grid': 'peer',
  'tanstack-rows': 'peer',
  'virtua-rows': 'peer',
  'virtuoso-grid': 'peer',
  floor: 'floor',
};

const limit = 'limit-justified';
const MILLION = 1_000_000;

/** @type {import('../rows.mjs').Metric[]} */
const each = [
  { scenario: 'steady', metric: 'cpu', unit: 'ms per 10,000 px', limit, target: { toLimit: 1.15 } },
  { scenario: 'fling', metric: 'cpu', unit: 'ms per 10,000 px', limit, target: { toLimit: 0.6 } },
  { scenario: 'first tile', metric: 'time', unit: 'ms', limit, target: { toLimit: 1.5 } },
  { scenario: 'first tile', metric: 'growth', unit: 'x of the smallest n', growthOf: 'time', target: { most: 1.2 } },
  { scenario: 'jump to 50 %', metric: 'right', unit: 'share', better: 'more', target: { least: 1 } },
  { scenario: 'jump to 50 %', metric: 'time', unit: 'ms', limit, target: { toLimit: 1.5 } },
  { scenario: 'jump to the last', metric: 'right', unit: 'share', better: 'more', target: { least: 1 } },
  {
    scenario: 'jump to the last',
    metric: 'right the second time',
    unit: 'share',
    better: 'more',
    target: { least: 1 },
  },
  { scenario: 'jump to the last', metric: 'time', unit: 'ms', limit, target: { toLimit: 1.5 } },
  { scenario: '600 px a frame', metric: 'blank', unit: '%', limit },
  { scenario: '600 px a frame', metric: 'without its tile', unit: '%', limit },
  { scenario: '2,000 px a frame', metric: 'blank', unit: '%', limit },
  { scenario: '2,000 px a frame', metric: 'without its tile', unit: '%', limit },
  { scenario: 'at rest', metric: 'nodes', unit: 'a tile', limit, target: { most: 12 } },
  { scenario: 'at rest', metric: 'tiles', unit: 'viewports', limit, target: { most: 3 } },
  { scenario: 'at rest', metric: 'tiles in the document', unit: '', limit },
  { scenario: 'at rest', metric: 'heap', unit: 'MB', limit, target: { most: 40, from: MILLION } },
];

const inDensity = (scenario, density) => (density === 'normal' ? scenario : `${scenario}, ${density}`);

export const metricsOf = (densities) =>
  densities.flatMap((density) => each.map((metric) => ({ ...metric, scenario: inDensity(metric.scenario, density) })));

/** Puts what all pages need on the server, and tells how one subject is measured. */
export async function prepare({ server, browser, url, names, sizes, isReadable }) {
  const put = await servePages(server, sizes);
  const codes = new Map();
  const sources = readdirSync(path.join(folder, 'subjects'));
  for (const name of names) {
    const file = sources.find((source) => path.parse(source).name === name);
    codes.set(name, await bundle(path.join(folder, 'subjects', file), '/subject/', { isReadable }));
  }

  /** A page with the subject, its first tiles shown. */
  const open = async ({ subject, n, density }) => {
    put(codes.get(subject));
    const tab = await Tab.open(browser, url);
    await tab.call('prepare', n, PICTURES);
    const heap = await tab.heap();
    const started = await tab.call('start', density);
    await tab.call('rest', 30);
    return { tab, heap, started };
  };

  return {
    measure: async (run) => {
      const { tab, heap, started } = await open(run);
      try {
        return { samples: toSamples(run, await numbers(tab, heap, started, run)), errors: tab.errors };
      } finally {
        await tab.close();
      }
    },
    profile: async (run) => {
      const { tab } = await open(run);
      try {
        await tab.call('scroll', 100, 60, false);
        return await tab.profile(() => tab.call('scroll', 100, 300, false));
      } finally {
        await tab.close();
      }
    },
  };
}

const toSamples = ({ subject, n, density }, found) =>
  found.map(([scenario, metric, value]) => ({ scenario: inDensity(scenario, density), metric, subject, n, value }));

async function cpuOf(tab, step, frames) {
  const before = await tab.cpu();
  const { moved } = await tab.call('scroll', step, frames, false);
  return ((await tab.cpu()) - before) / (moved / 10_000);
}

async function numbers(tab, heapBefore, { ms }, { subject, n }) {
  const isEmpty = subjects[subject] === 'floor';
  await tab.call('scroll', 100, 20, false);
  await tab.call('rest', 10);
  const found = [['steady', 'cpu', await cpuOf(tab, 100, 100)]];
  await tab.call('rest', 10);
  const count = await tab.call('count');
  await tab.call('toTop');
  found.push(['fling', 'cpu', await cpuOf(tab, 2000, 40)]);
  if (isEmpty) return found;
  for (const [scenario, step, frames] of [
    ['600 px a frame', 600, 30],
    ['2,000 px a frame', 2000, 20],
  ]) {
    await tab.call('toTop');
    const { blank, tiles } = await tab.call('scroll', step, frames, true);
    found.push([scenario, 'blank', 100 * blank], [scenario, 'without its tile', 100 * (1 - tiles)]);
  }
  const isThere = ({ seen }) => seen.tiles >= 0.9;
  // From rest: what comes soon after the last far step is still a flight.
  await tab.call('rest', 20);
  const middle = await tab.call('jump', 0.5);
  const place = (middle.first + middle.last) / 2 / n;
  found.push(['jump to 50 %', 'right', Number(isThere(middle) && Math.abs(place - 0.5) <= 0.02)]);
  found.push(['jump to 50 %', 'time', middle.ms]);
  const isLast = (end) => Number(end.last === n - 1);
  const end = await tab.call('jump', 1, n - 1);
  const again = isLast(end) ? end : await tab.call('jump', 1, n - 1);
  found.push(['jump to the last', 'right', isLast(end)], ['jump to the last', 'right the second time', isLast(again)]);
  if (isLast(end)) found.push(['jump to the last', 'time', end.ms]);
  found.push(
    ['first tile', 'time', ms],
    ['at rest', 'nodes', count.nodes / count.tiles],
    ['at rest', 'tiles', count.tiles / count.inView],
    ['at rest', 'tiles in the document', count.tiles],
    ['at rest', 'heap', ((await tab.heap()) - heapBefore) / 1e6],
  );
  return found;
}

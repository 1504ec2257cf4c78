// What it takes when something changes: another width, rows that are starred, put away and brought back.
import { bundle } from '../bundle.mjs';
import { Tab } from '../chrome.mjs';
import { PICTURES } from '../grid/content.mjs';
import { servePages } from '../grid/pages.mjs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../grid');

export const subjects = { ours: 'ours' };

const SCENARIOS = [
  ['another width', 'resize'],
  ['a star', 'star'],
  ['100 put away', 'archive100'],
  ['100 brought back', 'unarchive100'],
];

/** @type {import('../rows.mjs').Metric[]} */
const metrics = SCENARIOS.flatMap(([scenario]) => [
  { scenario, metric: 'cpu', unit: 'ms' },
  { scenario, metric: 'growth', unit: 'x of the smallest n', growthOf: 'cpu' },
  { scenario, metric: 'longest task', unit: 'ms' },
  { scenario, metric: 'tiles drawn anew', unit: '', ...(scenario === 'a star' && { target: { most: 1 } }) },
]);

export const metricsOf = () => metrics;

export async function prepare({ server, browser, url, names, sizes }) {
  const put = await servePages(server, sizes);
  for (const name of names) put(await bundle(path.join(folder, 'subjects', `${name}.ts`), '/subject/', {}));
  const measure = async ({ subject, n, density }) => {
    const tab = await Tab.open(browser, url);
    try {
      await tab.call('prepare', n, PICTURES);
      await tab.call('start', density);
      await tab.call('jump', 0.5);
      await tab.call('rest', 60);
      const samples = [];
      for (const [scenario, change] of SCENARIOS) {
        const before = await tab.cpu();
        const { longest, drawn } = await tab.call('change', change);
        const cpu = (await tab.cpu()) - before;
        samples.push(
          { scenario, metric: 'cpu', subject, n, value: cpu },
          { scenario, metric: 'longest task', subject, n, value: longest },
          { scenario, metric: 'tiles drawn anew', subject, n, value: drawn },
        );
      }
      return { samples, errors: tab.errors };
    } finally {
      await tab.close();
    }
  };
  return { measure };
}

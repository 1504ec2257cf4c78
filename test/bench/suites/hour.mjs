// What is left in memory while a library is looked at for an hour: screens all over it, a few thousand with --screens 3000.
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { Tab } from '../chrome.mjs';
import { PICTURES } from '../grid/content.mjs';
import { servePages } from '../grid/pages.mjs';

const folder = path.join(import.meta.dirname, '../grid');
const MILLION = 1_000_000;
/** Until so many screens have been seen, what is held fills up. */
const FILLED = 500;
/** The heap is looked at so often. */
const LOOKS = 12;

export const subjects = { ours: 'ours' };
export const defaults = { n: [MILLION], rounds: 1, screens: 1200 };

const SCENARIO = 'an hour of looking';

/** @type {import('../rows.mjs').Metric[]} */
const metrics = [
  { metric: 'heap after 60 screens', unit: 'MB', target: { most: 40, from: MILLION } },
  { metric: 'heap at most', unit: 'MB', target: { most: 40, from: MILLION } },
  { metric: 'heap at the end', unit: 'MB', target: { most: 40, from: MILLION } },
  // Rows fill up and go, 2 MB up and down: peaks are compared, a line through the points tells something of long runs only.
  { metric: 'peak of the second half', unit: 'x of the first', target: { most: 1.05, from: MILLION } },
  { metric: 'slope', unit: 'MB per 1,000 screens' },
  { metric: 'tiles within a second', unit: '% of screens', better: 'more' },
].map((metric) => ({ scenario: SCENARIO, ...metric }));

export const metricsOf = () => metrics;

/** Slope of the line nearest to points. */
function slope(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const [above, below] = points.reduce(([a, b], [at, v]) => [a + (at - x) * (v - y), b + (at - x) ** 2], [0, 0]);
  return above / below;
}

export async function prepare({ server, browser, url, names, sizes, screens }) {
  const put = await servePages(server, sizes);
  for (const name of names) put(await bundle(path.join(folder, 'subjects', `${name}.ts`), '/subject/', {}));

  const measure = async ({ subject, n, density }) => {
    const tab = await Tab.open(browser, url);
    try {
      await tab.call('prepare', n, PICTURES);
      const before = await tab.heap();
      await tab.call('start', density);
      const heaps = [];
      let [at, looked, seen] = [0, 0, 0];
      const goTo = async (screen) => {
        // In portions, for a call may take some minutes only.
        for (; at < screen; at = Math.min(screen, at + 100)) {
          const portion = await tab.call('wander', at, Math.min(screen, at + 100) - at);
          looked += portion.looked;
          seen += portion.seen;
        }
        await tab.call('rest', 30);
        const megabytes = ((await tab.heap()) - before) / 1e6;
        heaps.push([screen, megabytes]);
        console.log(`  ${screen} screens: ${megabytes.toFixed(2)} MB`);
      };
      await goTo(Math.min(60, screens));
      for (let look = 1; look <= LOOKS; look++) {
        const screen = Math.round((screens * look) / LOOKS);
        if (screen > 60) await goTo(screen);
      }
      const values = heaps.map(([, value]) => value);
      const filled = heaps.filter(([screen]) => screen >= FILLED);
      const peak = (points) => Math.max(...points.map(([, value]) => value));
      const middle = filled.length >> 1;
      const growth = [
        ['peak of the second half', peak(filled.slice(middle)) / peak(filled.slice(0, middle))],
        ['slope', 1000 * slope(filled)],
      ];
      const found = [
        ['heap after 60 screens', values[0]],
        ['heap at most', Math.max(...values)],
        ['heap at the end', values.at(-1)],
        ['tiles within a second', (100 * seen) / looked],
        ...(filled.length > 3 ? growth : []),
      ];
      const samples = found.map(([metric, value]) => ({ scenario: SCENARIO, metric, subject, n, value }));
      return { samples, errors: tab.errors };
    } finally {
      await tab.close();
    }
  };
  return { measure };
}

// What it takes to put very many rows away that were selected one by one, and to take that back: frames, tasks, memory.
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { Tab } from '../chrome.mjs';

const folder = path.join(import.meta.dirname, '../store');

/** A backend each: in a worker, as one on a server is; of one that is on the page, its own work is in the figures. */
export const subjects = { elsewhere: 'ours', synthetic: 'ours', memory: 'ours', indexeddb: 'ours' };
export const defaults = { n: [100_000], rounds: 1 };

const SLOW_MS = 50;
const SCENARIOS = [
  ['all selected by their ids', 'select'],
  ['all put away', 'archive'],
  ['all taken back', 'undo'],
];

/** @type {import('../rows.mjs').Metric[]} */
const metrics = SCENARIOS.flatMap(([scenario]) => [
  { scenario, metric: 'longest frame', unit: 'ms', target: { most: 50 } },
  { scenario, metric: 'frames over 50 ms', unit: '' },
  { scenario, metric: 'longest task', unit: 'ms' },
  { scenario, metric: 'longest task, own time', unit: 'ms', target: { most: 50 } },
  { scenario, metric: 'tasks over 50 ms, own time', unit: '' },
  { scenario, metric: 'cpu', unit: 'ms' },
  { scenario, metric: 'time', unit: 'ms' },
  { scenario, metric: 'heap', unit: 'MB more than before' },
]);

export const metricsOf = () => metrics;

export async function prepare({ server, browser, url, isReadable }) {
  for (const name of ['page', 'worker']) {
    const files = await bundle(path.join(folder, `${name}.ts`), '/', { name, isReadable });
    for (const [file, body] of files) server.files.set(file, body);
  }

  const measure = async ({ subject, n }) => {
    const tab = await Tab.open(browser, url);
    try {
      await tab.call('start', subject, n);
      const samples = [];
      const atRest = await tab.heap();
      for (const [scenario, step] of SCENARIOS) {
        const before = await tab.cpu();
        let took;
        const tasks = await tab.tasks(async () => (took = await tab.call('take', step)));
        const { frame, slowFrames, task, ms } = took;
        const cpu = (await tab.cpu()) - before;
        const heap = ((await tab.heap()) - atRest) / 1e6;
        const found = {
          'longest frame': frame,
          'frames over 50 ms': slowFrames,
          'longest task': task,
          'longest task, own time': Math.max(0, ...tasks),
          'tasks over 50 ms, own time': tasks.filter((long) => long > SLOW_MS).length,
          cpu,
          time: ms,
          heap,
        };
        for (const [metric, value] of Object.entries(found)) samples.push({ scenario, metric, subject, n, value });
      }
      const left = await tab.call('total');
      if (left !== n) tab.errors.push(`${left} of ${n} are back`);
      return { samples, errors: tab.errors };
    } finally {
      await tab.close();
    }
  };

  /** Of putting them away. */
  const profile = async ({ subject, n }) => {
    const tab = await Tab.open(browser, url);
    try {
      await tab.call('start', subject, n);
      await tab.call('take', 'select');
      return await tab.profile(() => tab.call('take', 'archive'));
    } finally {
      await tab.close();
    }
  };
  return { measure, profile };
}

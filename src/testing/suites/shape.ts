import type { ImaginationsAdapter } from '../../data/index.js';
import { ADAPTER_METHODS, FILTER_NAMES, meantName } from '../../data/known-names.js';
import { isObject } from '../../internal/is-object.js';
import type { Filter } from '../../model/index.js';
import { hold, same } from '../check.js';
import type { Trial } from '../trial.js';
import type { Suite } from './suite.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const INSTANTS = ['createdAt', 'updatedAt', 'completedAt', 'startedAt', 'archivedAt', 'lastActivityAt', 'expiresAt'];
const SIZES = ['pageSize', 'lookupSize', 'batchSize', 'maxVariants', 'pollMs', 'uploadBytes'] as const;
/** Answers of every read the adapter offers. */
async function answers(trial: Trial): Promise<readonly (readonly [method: string, answer: unknown])[]> {
  await trial.fill(12);
  const { adapter } = trial;
  const iterations = await trial.iterations();
  const sessions = await trial.sessions();
  const ids = iterations.items.map(({ id }) => id);
  const [session] = sessions.items;
  return [
    ['listIterations', iterations],
    ['listSessions', sessions],
    ['getIterations', await adapter.getIterations?.(ids.slice(0, trial.limits.lookupSize), trial.call())],
    ['getSession', session && (await adapter.getSession?.(session.id, trial.call()))],
    ['counts', await adapter.counts?.({}, trial.call())],
    ['listProjects', await adapter.listProjects?.({ limit: 10 }, trial.call())],
  ];
}

function eachInstant(value: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  if (Array.isArray(value)) value.forEach((item, index) => eachInstant(item, `${path}[${index}]`, visit));
  else if (isObject(value)) {
    for (const [name, field] of Object.entries(value)) {
      if (INSTANTS.includes(name)) visit(field, `${path}.${name}`);
      else if (name !== 'ext' && name !== 'params') eachInstant(field, `${path}.${name}`, visit);
    }
  }
}

function checkIds(rows: readonly { readonly id: unknown }[], method: string): void {
  const ids = rows.map(({ id }) => id);
  for (const id of ids) {
    hold(
      typeof id === 'string' && id !== '' && id.length <= 256,
      `${method}: an id must be a text of 1 to 256 characters`,
    );
  }
  hold(new Set(ids).size === ids.length, `${method}: an id comes twice in one page`);
}

export const shape: Suite = {
  letter: 'A',
  title: 'Shape',
  checks: [
    {
      number: 1,
      title: 'contract number known',
      run: async ({ adapter }) => {
        same(adapter.contract, 1, 'contract');
        return Promise.resolve();
      },
    },
    {
      number: 2,
      title: 'only known method names',
      run: async ({ adapter }) => {
        for (const name of Object.keys(adapter)) {
          const meant = meantName(name);
          hold(meant === undefined, `'${name}' is no method of the contract; did you mean '${String(meant)}'?`);
        }
        return Promise.resolve();
      },
    },
    {
      number: 3,
      title: 'required methods present',
      run: async ({ adapter }) => {
        for (const name of ['listSessions', 'listIterations'] as const) {
          hold(typeof (adapter[name] as unknown) === 'function', `${name} is missing`);
        }
        for (const name of ADAPTER_METHODS) {
          const kind = typeof adapter[name as keyof ImaginationsAdapter];
          hold(kind === 'function' || kind === 'undefined', `${name} must be a function`);
        }
        return Promise.resolve();
      },
    },
    {
      number: 4,
      title: 'limits sane',
      run: async ({ limits }) => {
        for (const name of SIZES)
          hold(Number.isFinite(limits[name]) && limits[name] > 0, `limits.${name} must be above 0`);
        for (const name of limits.filters) hold(FILTER_NAMES.includes(name), `limits.filters: '${name}' is not known`);
        for (const order of limits.orders)
          hold(['newest', 'oldest'].includes(order), `limits.orders: '${order}' is not known`);
        return Promise.resolve();
      },
    },
    {
      number: 5,
      title: 'every answer survives structuredClone and JSON',
      run: async (trial) => {
        for (const [method, answer] of await answers(trial)) {
          if (answer === undefined) continue;
          same(structuredClone(answer), answer, `${method} through structuredClone`);
          const json: unknown = JSON.parse(JSON.stringify(answer));
          same(
            Object.keys(isObject(json) ? json : {}),
            Object.keys(isObject(answer) ? answer : {}),
            `${method} through JSON`,
          );
          same(json, answer, `${method} through JSON`);
        }
      },
    },
    {
      number: 6,
      title: 'ids are texts, unique in a page',
      run: async (trial) => {
        await trial.fill(12);
        checkIds((await trial.iterations()).items, 'listIterations');
        checkIds((await trial.sessions()).items, 'listSessions');
      },
    },
    {
      number: 7,
      title: 'instants are UTC and can be parsed',
      run: async (trial) => {
        for (const [method, answer] of await answers(trial)) {
          eachInstant(answer, method, (value, path) => {
            if (value === null || value === undefined) return;
            hold(
              typeof value === 'string' && INSTANT.test(value),
              `${path} must be an instant with Z, not ${JSON.stringify(value)}`,
            );
            hold(!Number.isNaN(Date.parse(value)), `${path} cannot be parsed: ${value}`);
          });
        }
      },
    },
    {
      number: 8,
      title: 'unknown fields of requests are tolerated',
      run: async (trial) => {
        await trial.fill(3);
        const request = { limit: 1, laterField: { any: true } };
        await trial.adapter.listIterations(request, trial.call());
        await trial.adapter.listSessions(request, trial.call());
      },
    },
    {
      number: 9,
      title: 'requests are not changed',
      run: async (trial) => {
        await trial.fill(3);
        const filter: Filter = trial.limits.filters.includes('kinds') ? { kinds: ['image'] } : {};
        const request = { limit: 2, order: 'newest' as const, filter };
        const before = JSON.stringify(request);
        await trial.adapter.listIterations(request, trial.call());
        await trial.adapter.listSessions(request, trial.call());
        same(JSON.stringify(request), before, 'the request after the call');
      },
    },
  ],
};

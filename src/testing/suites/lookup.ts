import { toFailure } from '../../data/index.js';
import type { Iteration, MediaSource } from '../../model/index.js';
import { hold, present, same } from '../check.js';
import type { Trial } from '../trial.js';
import type { Suite } from './suite.js';

const hasLookup = ({ adapter }: Trial): boolean => adapter.getIterations !== undefined;

async function lookUp(trial: Trial, ids: readonly string[]): Promise<readonly (Iteration | null)[]> {
  return present(await trial.adapter.getIterations?.(ids, trial.call()), 'the answer of getIterations');
}

const isLength = (value: number | undefined): boolean => value !== undefined && Number.isFinite(value) && value > 0;

const schemeOf = (url: string): string => url.slice(0, url.indexOf(':'));

/** Whether an address can be followed without a network. */
const isNear = ({ limits, options }: Trial, { url }: MediaSource): boolean =>
  limits.mediaSchemes.includes(schemeOf(url)) || /^(data|blob):/.test(url) || options.has?.reachableMedia === true;

async function checkReachable(trial: Trial, media: MediaSource): Promise<void> {
  const opened = limitsScheme(trial, media) ? await trial.adapter.openMedia?.(media.url, trial.call()) : undefined;
  try {
    const response = await fetch(opened?.url ?? media.url);
    hold(response.ok, `${media.url.slice(0, 80)} answered ${response.status}`);
    const { type, size } = await response.blob();
    same(type.split(';')[0], media.mime.split(';')[0], 'the type of the file');
    if (media.bytes !== undefined) same(size, media.bytes, 'the size of the file');
  } finally {
    opened?.close();
  }
}

const limitsScheme = ({ limits }: Trial, { url }: MediaSource): boolean => limits.mediaSchemes.includes(schemeOf(url));

export const lookup: Suite = {
  letter: 'D',
  title: 'Lookup and media',
  checks: [
    {
      number: 35,
      title: 'getIterations keeps length and order',
      needs: hasLookup,
      run: async (trial) => {
        await trial.fill(8);
        const ids = (await trial.walk()).slice(0, 5).map(({ id }) => id);
        const mixed = [...ids.toReversed(), ...ids.slice(0, 1)];
        same(
          (await lookUp(trial, mixed)).map((item) => item?.id),
          mixed,
          'the ids looked up',
        );
        same(await lookUp(trial, []), [], 'a lookup of nothing');
      },
    },
    {
      number: 36,
      title: 'an unknown id is null',
      needs: hasLookup,
      run: async (trial) => {
        await trial.fill(3);
        const { id } = await trial.one();
        const found = await lookUp(trial, ['no-such-id', id, '']);
        same(
          found.map((item) => item?.id ?? null),
          [null, id, null],
          'the lookup of unknown ids',
        );
        if (trial.adapter.getSession)
          same(await trial.adapter.getSession('no-such-id', trial.call()), null, 'getSession');
      },
    },
    {
      number: 37,
      title: 'more ids than lookupSize work or are too-large',
      needs: hasLookup,
      run: async (trial) => {
        const ids = Array.from({ length: trial.limits.lookupSize + 1 }, (_, index) => `no-such-id-${index}`);
        try {
          same((await lookUp(trial, ids)).length, ids.length, 'the length of the answer');
        } catch (error) {
          const { code, message } = toFailure(error);
          hold(code === 'too-large', `more ids than lookupSize: too-large is expected, it was ${code} (${message})`);
        }
      },
    },
    {
      number: 38,
      title: 'media is there exactly when an iteration succeeded',
      run: async (trial) => {
        await trial.fill(20);
        for (const { id, status, media } of await trial.walk({ filter: trial.everything })) {
          same(media !== undefined, status === 'succeeded', `media of the iteration ${id}, which is ${status}`);
        }
      },
    },
    {
      number: 39,
      title: 'dimensions and durations by kind',
      run: async (trial) => {
        await trial.fill(20);
        for (const { id, kind, media } of await trial.walk({ filter: trial.everything })) {
          if (!media) continue;
          if (kind !== 'audio')
            hold(isLength(media.width) && isLength(media.height), `${id}: media.width or .height is missing`);
          if (kind !== 'image') hold(isLength(media.durationMs), `${id}: media.durationMs is missing`);
        }
      },
    },
    {
      number: 40,
      title: 'addresses can be followed and lead to what they say',
      run: async (trial) => {
        await trial.fill(8);
        for (const { media } of (await trial.walk()).slice(0, 6)) {
          if (media && isNear(trial, media)) await checkReachable(trial, media);
        }
      },
    },
    {
      number: 41,
      title: 'refreshMedia gives addresses that last',
      needs: ({ adapter }) => adapter.refreshMedia !== undefined,
      run: async (trial) => {
        await trial.fill(4);
        const rows = (await trial.some(1)).filter(({ media }) => media);
        const ids = [...rows.map(({ id }) => id), 'no-such-id'];
        const fresh = present(await trial.adapter.refreshMedia?.(ids, trial.call()), 'the answer of refreshMedia');
        same(fresh.length, ids.length, 'the length of the answer');
        same(fresh.at(-1) ?? null, null, 'the medium of an unknown id');
        rows.forEach(({ media }, index) => {
          const [old, now] = [media?.expiresAt, fresh[index]?.expiresAt];
          hold(
            old === undefined || now === undefined || now >= old,
            `the fresh address runs out earlier (${String(now)})`,
          );
        });
      },
    },
    {
      number: 42,
      title: 'seeds are texts',
      run: async (trial) => {
        await trial.fill(12);
        for (const { id, seed } of await trial.walk({ filter: trial.everything })) {
          hold(seed === undefined || typeof (seed as unknown) === 'string', `${id}: seed must be a text`);
        }
        const { generate } = trial.adapter;
        if (!generate || trial.options.has?.writes === false) return;
        const seed = '18446744073709551615';
        const kind = present(trial.limits.kinds[0], 'limits.kinds[0]');
        const request = { session: { create: { prompt: 'a seed' } }, origin: 'prompt', kind, count: 1, seed } as const;
        const { generation } = await generate.start(request, trial.write());
        const { iterations } = await trial.ended(generation.id);
        const found = iterations[0]?.seed;
        hold(found === undefined || found === seed, `the seed ${seed} came back as ${String(found)}`);
      },
    },
  ],
};

import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import {
  AdapterError,
  defineAdapter,
  toFailure,
  type AdapterProblem,
  type Change,
  type ImaginationsAdapter,
  type PageRequest,
} from '../../../src/data/index.js';
import { soundVerbs } from '../../../src/data/verbs.js';
import { fakeGenerator, runAdapterConformance, seedIterations, seedLibrary } from '../../../src/testing/index.js';

const call = { signal: new AbortController().signal };
const write = { ...call, idempotencyKey: 'k' };

const least: ImaginationsAdapter = {
  contract: 1,
  listSessions: () => Promise.resolve({ items: [] }),
  listIterations: () => Promise.resolve({ items: [] }),
};

function messageOf(adapter: unknown): string {
  try {
    defineAdapter(adapter as ImaginationsAdapter);
    return '';
  } catch (error) {
    return error instanceof AdapterError ? `${error.code}: ${error.message}` : 'another error';
  }
}

/** An adapter whose method answers this, and what is reported about it. */
async function answered(method: string, answer: unknown, ...args: unknown[]) {
  const problems: AdapterProblem[] = [];
  const [name = '', part] = method.split('.').reverse();
  const answers = { start: () => Promise.resolve(answer), get: () => Promise.resolve(answer) };
  const methods = { ...(part && answers), [name]: () => Promise.resolve(answer) };
  const given = { ...least, ...(part ? { [part]: methods } : methods) };
  const adapter = defineAdapter(given, { report: (problem) => problems.push(problem) });
  const target: unknown = part ? Reflect.get(adapter, part) : adapter;
  const run = Reflect.get(target as object, name) as (...all: unknown[]) => Promise<unknown>;
  let value: unknown;
  let error: unknown;
  try {
    value = await run(...args);
  } catch (thrown) {
    error = thrown;
  }
  return {
    value,
    code: (error as AdapterError | undefined)?.code,
    text: problems.map(({ message }) => message).join('\n'),
  };
}

const [good, other] = seedIterations(2, { finished: true });

const withVerbs = (...verbs: readonly unknown[]) => ({
  ...least,
  generate: { start: () => undefined, get: () => undefined, verbs },
});

describe('defineAdapter: the shape', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['no adapter', null, 'an adapter is an object'],
    ['another contract', { ...least, contract: 2 }, 'contract must be 1'],
    ['a mistyped method', { ...least, listIteration: () => undefined }, "did you mean 'listIterations'?"],
    ['a mistyped option', { ...least, refreshmedia: () => undefined }, "did you mean 'refreshMedia'?"],
    ['a missing method', { ...least, listSessions: undefined }, 'listSessions is missing'],
    ['a method that is none', { ...least, archive: true }, 'archive must be a function'],
    ['half a generate', { ...least, generate: { start: () => undefined } }, 'generate.get is missing'],
    ['an odd limit', { ...least, limits: { pageSize: 0 } }, 'limits.pageSize must be a number above 0'],
    ['an odd filter', { ...least, limits: { filters: ['kind'] } }, 'limits.filters[0] must be one of'],
    [
      'verbs that are none',
      { ...least, generate: { ...withVerbs().generate, verbs: {} } },
      'generate.verbs must be an',
    ],
    ['a verb without words', withVerbs({ id: 'edit' }, { id: 'restyle' }), 'generate.verbs[1].label is missing; there'],
    ['a verb with a label of blanks', withVerbs({ id: 'edit', label: '  ' }), 'generate.verbs[0].label must be a text'],
    ['a verb whose label nobody sees', withVerbs({ id: 'edit', label: '\u200b' }), 'generate.verbs[0].label must be a'],
    ['a verb that comes twice', withVerbs({ id: 'edit' }, { id: 'edit' }), 'generate.verbs[1].id is "edit" again'],
    ['a verb for no medium', withVerbs({ id: 'edit', kinds: ['text'] }), 'generate.verbs[0].kinds[0] must be one of'],
    ['a verb that makes no medium', withVerbs({ id: 'edit', makes: 'text' }), 'generate.verbs[0].makes must be one of'],
  ];
  for (const [name, adapter, expected] of cases) {
    it(`refuses ${name}`, () => expect(messageOf(adapter)).to.contain('invalid: ').and.to.contain(expected));
  }

  it("leaves the author's own names alone", () => {
    expect(messageOf({ ...least, persist: () => true, load: () => true, baseUrl: '' })).to.equal('');
  });

  it('hands the verbs on', () => {
    const given = withVerbs({ id: 'edit', kinds: ['image'] }, { id: 'restyle', label: 'Restyle', prompt: false });
    const adapter = defineAdapter(given as unknown as ImaginationsAdapter);
    expect(adapter.generate?.verbs).to.deep.equal(given.generate.verbs);
  });

  it('knows of no more verbs than can be looked at, none without a name, and the same list at once', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      id: `verb-${at % 9_999}`,
      label: at === 1 ? '\u200b' : 'x',
    }));
    const sound = soundVerbs(many);
    expect(sound?.map(({ id }) => id)).to.deep.equal(many.slice(0, 64).flatMap(({ id }, at) => (at === 1 ? [] : [id])));
    expect(soundVerbs(many) === sound).to.equal(true);
  });

  it('gives the adapter itself back when checking is off', () => {
    expect(defineAdapter(least, { check: false }) === least).to.equal(true);
  });
});

describe('defineAdapter: answers', () => {
  it('names method, field and fix, and leaves the row out', async () => {
    const broken = { ...good, id: 'broken', media: { ...good!.media, width: undefined } };
    const { value, text } = await answered('listIterations', { items: [good, broken, other], total: 3 }, { limit: 5 });
    expect(text).to.equal(
      'listIterations: items[1].media.width is missing; an image that succeeded needs its width in px',
    );
    expect((value as { items: unknown[] }).items).to.deep.equal([good, other]);
    expect((value as { total: number }).total).to.equal(3);
  });

  const rows: readonly (readonly [string, unknown, string])[] = [
    ['a number as id', { ...good, id: 7 }, 'items[0].id must be a text of 1 to 256 characters (String(id)'],
    [
      'a Date',
      { ...good, createdAt: new Date(0) },
      'items[0].createdAt must be an instant such as 2026-11-23T09:30:00.000Z',
    ],
    ['a time without zone', { ...good, createdAt: '2026-11-20 10:00' }, 'not string'],
    ['media that is missing', { ...good, media: undefined }, 'items[0].media is missing'],
    ['media of a failure', { ...good, status: 'failed' }, 'only an iteration that succeeded has media'],
    ['a seed as number', { ...good, seed: 7 }, 'items[0].seed must be a text, not number'],
    ['nothing', null, 'items[0] must be an object, not null'],
  ];
  for (const [name, row, expected] of rows) {
    it(`reports ${name}`, async () => {
      const { value, text } = await answered('listIterations', { items: [row] }, { limit: 5 });
      expect(text).to.contain(expected);
      expect((value as { items: unknown[] }).items).to.deep.equal([]);
    });
  }

  it('reports ids that come twice and pages that are too long, and keeps the rows', async () => {
    const { value, text } = await answered('listIterations', { items: [good, good] }, { limit: 1 });
    expect(text).to.contain('only 1 were asked for').and.to.contain('twice');
    expect((value as { items: unknown[] }).items).to.deep.equal([good, good]);
  });

  const wrong: readonly (readonly [string, unknown, unknown[], string])[] = [
    ['listIterations', [good], [{ limit: 5 }], 'the answer must be an object'],
    ['listSessions', { rows: [] }, [{ limit: 5 }], 'items must be an array'],
    ['listSessions', { items: [], total: NaN }, [{ limit: 5 }], 'total must be a finite number'],
    ['getIterations', [good], [['a', 'b'], call], 'has 1 entries for 2 ids; give null'],
    ['getSession', { id: 'x' }, ['x', call], 'createdAt is missing'],
    ['archive', { ok: true }, [{ ids: ['a'] }], 'results must be an array'],
    ['archive', { results: [{ id: 'a', ok: false }] }, [{ ids: ['a'] }], 'results[0].error must be an object'],
    ['generate.start', { session: {}, iterations: [] }, [{}, write], 'session.id is missing'],
    ['openMedia', { url: 'blob:x' }, ['x', call], 'close is missing'],
  ];
  for (const [method, answer, args, expected] of wrong) {
    it(`rejects a wrong answer of ${method}: ${expected}`, async () => {
      const { code, text } = await answered(method, answer, ...args);
      expect(code).to.equal('internal');
      expect(text).to.contain(`${method}: `).and.to.contain(expected);
    });
  }

  it('reports a batch that forgets an id', async () => {
    const { text } = await answered('archive', { results: [{ id: 'a', ok: true }] }, { ids: ['a', 'b'] });
    expect(text).to.contain('results has nothing for "b"');
  });

  it('turns a throw into a rejection and keeps rejections as they are', async () => {
    const thrown = new AdapterError('unauthorized');
    const adapter = defineAdapter({
      ...least,
      listSessions: () => {
        throw thrown;
      },
      listIterations: () => Promise.reject(thrown),
    });
    for (const list of ['listSessions', 'listIterations'] as const) {
      const error: unknown = await adapter[list]({ limit: 1 }, call).catch((reason: unknown) => reason);
      expect(error === thrown).to.equal(true);
    }
  });

  it('asks nothing beyond the limits', async () => {
    const asked: unknown[] = [];
    const adapter = defineAdapter({
      ...least,
      limits: { filters: ['kinds'], orders: ['newest'] },
      listIterations: (request) => {
        asked.push(request.filter);
        return Promise.resolve({ items: [] });
      },
    });
    const code = (request: Partial<PageRequest>): Promise<unknown> =>
      adapter.listIterations({ limit: 1, ...request }, call).then(
        () => 'answered',
        (error: unknown) => toFailure(error).code,
      );
    expect(await code({ filter: { kinds: ['image'] }, order: 'newest' })).to.equal('answered');
    expect(await code({ filter: { model: 'x' } })).to.equal('unsupported');
    expect(await code({ order: 'oldest' })).to.equal('unsupported');
    expect(asked).to.deep.equal([{ kinds: ['image'] }]);
  });

  it('leaves broken changes out of the stream', async () => {
    const problems: string[] = [];
    const batches: (readonly Change[])[] = [];
    const later = { type: 'later', any: 1 } as unknown as Change;
    const fine: Change = { type: 'iteration', item: good! };
    const adapter = defineAdapter(
      {
        ...least,
        subscribe: (inner) => inner.change([{ type: 'iteration', item: { id: 'x' } as never }, fine, later], 'p'),
      },
      { report: ({ message }) => problems.push(message) },
    );
    await adapter.subscribe?.({ signal: call.signal, change: (batch) => batches.push(batch), state: () => undefined });
    expect(batches).to.deep.equal([[fine, later]]);
    expect(problems.join()).to.contain('subscribe: batch[0].item.createdAt is missing');
  });

  it('never lets anything but a sound page, or an error, through', async () => {
    const odd = fc.oneof(fc.anything(), fc.record({ items: fc.array(fc.oneof(fc.anything(), fc.constant(good))) }));
    await fc.assert(
      fc.asyncProperty(odd, async (answer) => {
        const { value, code } = await answered('listIterations', answer, { limit: 100 });
        if (code !== undefined) return code === 'internal';
        return (value as { items: unknown[] }).items.every((item) => item === good);
      }),
      { numRuns: 200 },
    );
  });
});

const inner = new WeakMap<ImaginationsAdapter, ReturnType<typeof createMemoryAdapter>>();
const heard: AdapterProblem[] = [];

function watched(): ImaginationsAdapter {
  const memory = createMemoryAdapter({ generator: fakeGenerator() });
  const adapter = defineAdapter(memory, { report: (problem) => heard.push(problem) });
  inner.set(adapter, memory);
  return adapter;
}

await runAdapterConformance({
  name: 'memory, watched by defineAdapter',
  runner: { describe, it },
  create: () => watched(),
  seed: (adapter, count, look) => inner.get(adapter)?.load(seedLibrary(count, look)),
  has: { moderatedPrompt: '[moderated]' },
});

describe('defineAdapter: on an adapter that is right', () => {
  it('has had nothing to report', () => expect(heard).to.deep.equal([]));
});

import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { createSyntheticAdapter, type SyntheticAdapter } from '../../src/adapters/synthetic/index.js';
import type { Page, ReassignTarget } from '../../src/data/index.js';
import {
  addToCounts,
  KINDS,
  NO_COUNTS,
  type Filter,
  type Id,
  type Iteration,
  type Query,
  type Session,
} from '../../src/model/index.js';
import { waitUntil } from '../support/wait.js';
import { call, codeOf, listen, write } from './calls.js';

const MILLION = 1_000_000;

async function walk<T>(list: (offset: number) => Promise<Page<T>>): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let page = await list(0); page.items.length > 0; page = await list(rows.length)) rows.push(...page.items);
  return rows;
}

const rowsOf = (adapter: SyntheticAdapter, query: Query = {}): Promise<readonly Iteration[]> =>
  walk((offset) => adapter.listIterations({ ...query, limit: 100, offset }, call));

const sessionsOf = (adapter: SyntheticAdapter): Promise<readonly Session[]> =>
  walk((offset) => adapter.listSessions({ filter: { archived: 'include' }, limit: 100, offset }, call));

/** The ids, kinds and sessions of an index, segment after segment. */
async function indexOf(adapter: SyntheticAdapter, query: Query): Promise<readonly (readonly [Id, Id])[]> {
  const manifest = await adapter.index.manifest(query, call);
  if (manifest === 'unchanged') throw new Error('No etag was given');
  const found: (readonly [Id, Id])[] = [];
  for (const info of manifest.segments) {
    const { id, session, kind, ratio } = await adapter.index.segment(query, info, call);
    const homes = session.runs.flatMap((run, at) => Array.from({ length: run }, () => session.id[at]!));
    const kinds = ['i', 'v', 'a'].map((letter) => kind.split(letter).length - 1);
    expect([info.count, info.kinds, homes.length]).to.deep.equal([id.length, kinds, id.length]);
    expect(info.ratioSum).to.be.closeTo(
      ratio.reduce((sum, each) => sum + each, 0),
      0.01,
    );
    found.push(...id.map((each, at) => [each, homes[at]!] as const));
  }
  expect(found.length).to.equal(manifest.total);
  return found;
}

/** A row as a plain list would have it. */
interface Row {
  readonly id: Id;
  readonly kind: Iteration['kind'];
  readonly status: Iteration['status'];
  sessionId: Id;
  isArchived: boolean;
  write: number;
}

type Before = ReadonlyMap<Row, Pick<Row, 'sessionId' | 'isArchived'>>;

/** The same library as a plain list, changed by plain loops. */
class Model {
  readonly rows: readonly Row[];
  readonly sessions: Map<Id, { isArchived: boolean }>;
  readonly #done: { readonly write: number; readonly before: Before; readonly made: Id | undefined }[] = [];
  #count = 0;

  constructor(rows: readonly Iteration[], sessions: readonly Session[]) {
    this.rows = rows.map(({ id, kind, status, sessionId }) => {
      return { id, kind, status, sessionId, isArchived: false, write: 0 };
    });
    this.sessions = new Map(sessions.map(({ id }) => [id, { isArchived: false }]));
  }

  /** The rows of a filter, newest first. */
  of({ sessionId, kinds, archived = 'exclude' }: Filter): readonly Row[] {
    return this.rows.filter((row) => {
      const isAway = row.isArchived || (sessionId === undefined && this.sessions.get(row.sessionId)!.isArchived);
      return (
        (sessionId === undefined || row.sessionId === sessionId) &&
        (!kinds || kinds.includes(row.kind)) &&
        (archived === 'include' || isAway === (archived === 'only'))
      );
    });
  }

  change(rows: readonly Row[], patch: Partial<Pick<Row, 'sessionId' | 'isArchived'>>, made?: Id): void {
    const write = ++this.#count;
    const changed = rows.filter(
      (row) =>
        (patch.sessionId ?? row.sessionId) !== row.sessionId || (patch.isArchived ?? row.isArchived) !== row.isArchived,
    );
    const before = new Map(changed.map((row) => [row, { sessionId: row.sessionId, isArchived: row.isArchived }]));
    for (const row of changed) Object.assign(row, patch, { write });
    this.#done.push({ write, before, made });
  }

  /** Takes the latest write back that was not. */
  undo(): void {
    const { write, before, made } = this.#done.pop()!;
    const again = ++this.#count;
    for (const [row, was] of before) {
      if (row.write === write && this.sessions.has(was.sessionId)) Object.assign(row, was, { write: again });
    }
    if (made === undefined || this.rows.some(({ sessionId }) => sessionId === made)) return;
    if (this.sessions.get(made)?.isArchived === false) this.sessions.delete(made);
  }
}

/** Everything an adapter says about some lists is what the plain one has. */
async function check(adapter: SyntheticAdapter, model: Model, sessionIds: readonly Id[]): Promise<void> {
  const filters: Filter[] = [undefined, ...sessionIds].flatMap((sessionId) =>
    (['exclude', 'only', 'include'] as const).flatMap((archived) =>
      [undefined, ['image'] as const, ['video', 'audio'] as const].map((kinds) => {
        return { archived, ...(sessionId !== undefined && { sessionId }), ...(kinds && { kinds }) };
      }),
    ),
  );
  for (const filter of filters) {
    const wanted = model.of(filter).map(({ id, sessionId }) => [id, sessionId]);
    const name = JSON.stringify(filter);
    expect(await indexOf(adapter, { filter }), name).to.deep.equal(wanted);
    const { items, total } = await adapter.listIterations({ filter, limit: 9 }, call);
    expect([total, items.map(({ id, sessionId }) => [id, sessionId])], name).to.deep.equal([
      wanted.length,
      wanted.slice(0, 9),
    ]);
    const sums = model.of(filter).reduce((sum, row) => addToCounts(sum, row), NO_COUNTS);
    expect(await adapter.counts({ filter }, call), name).to.deep.equal(sums);
  }
  const sessions = await sessionsOf(adapter);
  expect(sessions.map(({ id }) => id).sort()).to.deep.equal([...model.sessions.keys()].sort());
  for (const { id, counts, cover, archivedAt } of sessions.filter((each) => sessionIds.includes(each.id))) {
    const rows = model.of({ sessionId: id });
    expect([counts, cover?.map((row) => row.id), archivedAt !== undefined], id).to.deep.equal([
      rows.reduce((sum, row) => addToCounts(sum, row), NO_COUNTS),
      rows.slice(0, 4).map((row) => row.id),
      model.sessions.get(id)!.isArchived,
    ]);
  }
}

type Gesture =
  | {
      readonly what: 'move' | 'archive' | 'unarchive';
      readonly from: number;
      readonly count: number;
      readonly to: number;
    }
  | { readonly what: 'move all'; readonly kind: number; readonly to: number }
  | { readonly what: 'archive session'; readonly to: number }
  | { readonly what: 'undo' };

const place = fc.nat({ max: 2344 });

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  fc.record({
    what: fc.constantFrom('move', 'archive', 'unarchive'),
    from: place,
    count: fc.integer({ min: 1, max: 60 }),
    to: fc.nat({ max: 5 }),
  }),
  fc.record({ what: fc.constant('move all'), kind: fc.nat({ max: 3 }), to: fc.nat({ max: 5 }) }),
  fc.record({ what: fc.constant('archive session'), to: fc.nat({ max: 5 }) }),
  fc.constant({ what: 'undo' } as const),
);

describe('the synthetic adapter: moves', () => {
  it('leave lists, counts, index and sessions as a plain list has them, whatever is done and taken back', async function () {
    this.timeout(120_000);
    const seeded = createSyntheticAdapter({ size: 2345 });
    const [rows, sessions] = [await rowsOf(seeded), await sessionsOf(seeded)];
    await fc.assert(
      fc.asyncProperty(fc.array(gesture, { minLength: 1, maxLength: 8 }), async (gestures) => {
        const adapter = createSyntheticAdapter({ size: 2345 });
        const model = new Model(rows, sessions);
        const tokens: (string | undefined)[] = [];
        /** Three that were there, and three that are made when first moved to. */
        const targets: (Id | undefined)[] = [3, 40, 170].map((at) => sessions[at]!.id);
        const move = async (chosen: readonly Row[], selection: { ids: Id[] } | { query: Query }, to: number) => {
          const known = targets[to];
          const isThere = known !== undefined && model.sessions.has(known);
          const target: ReassignTarget = isThere ? { sessionId: known } : { create: { title: `Made ${to}` } };
          const { touched, undo } = await adapter.reassign(selection, target, write());
          if (!isThere && chosen.length > 0) {
            targets[to] = touched!.sessionIds![0]!;
            model.sessions.set(targets[to], { isArchived: false });
          }
          tokens.push(undo);
          model.change(chosen, { sessionId: targets[to] ?? '' }, isThere ? undefined : targets[to]);
        };
        for (const one of gestures) {
          if (one.what === 'undo') {
            if (tokens.length === 0) continue;
            const token = tokens.pop();
            if (token !== undefined) await adapter.undo(token, write());
            model.undo();
          } else if (one.what === 'move all') {
            const filter: Filter = one.kind === 3 ? {} : { kinds: [KINDS[one.kind]!] };
            await move(model.of(filter), { query: { filter } }, one.to);
          } else if (one.what === 'archive session') {
            const id = targets[one.to];
            if (id === undefined || !model.sessions.has(id)) continue;
            const session = model.sessions.get(id)!;
            session.isArchived = !session.isArchived;
            await adapter.archive({ ids: [id] }, 'session', session.isArchived, write());
          } else {
            const chosen = model.rows.slice(one.from, one.from + one.count);
            const ids = chosen.map(({ id }) => id);
            if (one.what === 'move') {
              await move(chosen, { ids }, one.to);
              continue;
            }
            const isArchived = one.what === 'archive';
            tokens.push((await adapter.archive({ ids }, 'iteration', isArchived, write())).undo);
            model.change(chosen, { isArchived });
          }
        }
        const homes = [rows[0]!, rows[1200]!].map(({ sessionId }) => sessionId);
        const known = targets.flatMap((id) => (id !== undefined && model.sessions.has(id) ? [id] : []));
        await check(adapter, model, [...known, ...homes]);
      }),
      { numRuns: 25 },
    );
  });

  it('take a million into a new session by one query, and back, and there again', async function () {
    this.timeout(60_000);
    const adapter = createSyntheticAdapter({ size: MILLION });
    const except = Array.from({ length: 10 }, (_, at) => `i${String(at * 99_999).padStart(7, '0')}`);
    const home = (await adapter.getIterations([except[3]!], call))[0]!.sessionId;
    const before = await adapter.getSession(home, call);
    const all = await adapter.counts({}, call);
    const to = { create: { title: 'All of it' } };
    const { results, count, undo, touched } = await adapter.reassign({ query: {}, except }, to, write());
    const [made] = touched!.sessionIds!;
    expect([results, count, touched!.sessionIds!.length]).to.deep.equal([[], MILLION - 10, 1]);
    const session = await adapter.getSession(made!, call);
    expect([session?.title, session?.counts?.total, session?.cover?.length]).to.deep.equal(['All of it', 999_990, 4]);
    expect((await adapter.listSessions({ limit: 1 }, call)).items).to.deep.equal([session]);
    expect(await adapter.counts({}, call)).to.deep.equal(all);
    const filter = { sessionId: made! };
    expect(await adapter.counts({ filter }, call)).to.deep.equal(session?.counts);
    for (const offset of [0, 500_000, 999_980]) {
      const { items, total } = await adapter.listIterations({ filter, limit: 10, offset }, call);
      expect([total, items.length]).to.deep.equal([MILLION - 10, 10]);
      expect(items.some(({ id, sessionId }) => sessionId !== made || except.includes(id))).to.equal(false);
    }
    const left = (await adapter.getSession(home, call))!;
    expect([left.counts?.total, left.rev! > before!.rev!]).to.deep.equal([1, true]);
    const back = await adapter.undo(undo!, write());
    expect(back.count).to.equal(MILLION - 10);
    expect(await adapter.getSession(made!, call)).to.equal(null);
    expect((await adapter.getSession(home, call))?.counts).to.deep.equal(before?.counts);
    expect(
      (await adapter.getIterations([...except, 'i0500000'], call)).every((row) => row!.sessionId !== made),
    ).to.equal(true);
    expect((await adapter.undo(back.undo!, write())).count).to.equal(MILLION - 10);
    expect((await adapter.getSession(made!, call))?.counts).to.deep.equal(session?.counts);
  });

  it('change the segments whose rows have moved, and no others', async () => {
    const adapter = createSyntheticAdapter({ size: 5000 });
    const manifest = async () => {
      const answer = await adapter.index.manifest({}, call);
      if (answer === 'unchanged') throw new Error('No etag was given');
      return answer;
    };
    const before = await manifest();
    const { undo } = await adapter.reassign({ ids: ['i0002500'] }, { sessionId: 's0000000' }, write());
    const [after, known] = [await manifest(), new Set(before.segments.map(({ rev, key }) => key + rev))];
    const touched = after.segments.filter(({ rev, key }) => !known.has(key + rev));
    expect(touched.map(({ key }) => key)).to.deep.equal(['w2']);
    expect(await codeOf(adapter.index.segment({}, before.segments[2]!, call))).to.equal('cursor-expired');
    expect(await adapter.index.manifest({}, { ...call, etag: after.etag })).to.equal('unchanged');
    await adapter.undo(undo!, write());
    expect(await codeOf(adapter.index.segment({}, touched[0]!, call))).to.equal('cursor-expired');
  });

  it('say in the stream which sessions changed, came and went', async () => {
    const adapter = createSyntheticAdapter({ size: 300 });
    const heard = listen(adapter);
    await heard.live;
    const [first] = (await adapter.listIterations({ limit: 1 }, call)).items;
    const { undo, touched } = await adapter.reassign({ ids: [first!.id] }, { create: {} }, write());
    const [made] = touched!.sessionIds!;
    await waitUntil(() => heard.changes.length >= 3, 'row and sessions are told of');
    const told = () =>
      heard.changes.map((change) =>
        'item' in change ? change.item.id : `${change.type} ${'id' in change ? change.id : ''}`,
      );
    expect(told()).to.deep.equal([first!.id, made, first!.sessionId]);
    const session = await adapter.getSession(made!, call);
    expect(heard.changes[1]).to.deep.equal({ type: 'session', item: session });
    await adapter.undo(undo!, write());
    await waitUntil(() => heard.changes.length >= 6, 'it is taken back');
    expect(told().slice(3)).to.deep.equal([first!.id, `removed ${made}`, first!.sessionId]);
    const gone = heard.changes[4]!;
    expect(gone.type === 'removed' ? gone.rev : 0).to.be.above(session!.rev!);
    heard.stop();
  });

  it('are not taken back into a session that has gone, nor out of one that was put away since', async () => {
    const adapter = createSyntheticAdapter({ size: 300 });
    const { items } = await adapter.listIterations({ limit: 2 }, call);
    const [one, two] = items.map(({ id }) => id);
    const into = async (id: Id) => adapter.reassign({ ids: [id] }, { create: {} }, write());
    const [first, second] = [await into(one!), await into(one!)];
    await adapter.undo(first.undo!, write());
    const back = await adapter.undo(second.undo!, write());
    expect(back.results.map((result) => (result.ok ? 'ok' : result.error.code))).to.deep.equal(['conflict']);
    const kept = await into(two!);
    const [made] = kept.touched!.sessionIds!;
    await adapter.archive({ ids: [made!] }, 'session', true, write());
    await adapter.undo(kept.undo!, write());
    expect((await adapter.getSession(made!, call))?.counts?.total).to.equal(0);
  });

  it('know the sessions and projects there are, and no others', async () => {
    const adapter = createSyntheticAdapter({ size: 50 });
    const { items, total } = await adapter.listProjects({ limit: 3 }, call);
    expect([items.length, total]).to.deep.equal([3, 5]);
    const ids = ['i0000001'];
    const to = (target: ReassignTarget) => codeOf(adapter.reassign({ ids }, target, write()));
    expect(await to({ sessionId: 's9999999' })).to.equal('not-found');
    expect(await to({ sessionId: 'n0000000' })).to.equal('not-found');
    expect(await to({ projects: { add: ['p99'] } })).to.equal('not-found');
    const { undo } = await adapter.reassign({ query: {} }, { projects: { add: ['p1', 'p2'] } }, write());
    expect((await adapter.getIterations(ids, call))[0]!.projectIds).to.deep.equal(['p1', 'p2']);
    await adapter.annotate({ ids }, { starred: true }, write());
    await adapter.undo(undo!, write());
    const rows = await adapter.getIterations([...ids, 'i0000002'], call);
    expect(rows.map((row) => row!.projectIds)).to.deep.equal([['p1', 'p2'], undefined]);
    const key = write();
    const made = await adapter.createProject({ name: ' Mine ' }, key);
    expect(await adapter.createProject({ name: ' Mine ' }, key)).to.deep.equal(made);
    expect(await codeOf(adapter.createProject({ name: 'Other' }, key))).to.equal('conflict');
    expect((await adapter.listProjects({ limit: 9, text: 'mine' }, call)).items).to.deep.equal([made]);
  });
});

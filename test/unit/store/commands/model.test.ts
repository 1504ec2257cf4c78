import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Annotation, ImaginationsAdapter } from '../../../../src/data/index.js';
import { omit } from '../../../../src/internal/omit.js';
import { annotate, historyOf, reassign } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { waitUntil } from '../../../support/wait.js';
import { library, shown, shownSessions, stored, storedSessions, write, type Library } from './set-up.js';

const ROWS = 12;

type Step = (library: Library) => Promise<unknown>;
/** A row by its place, so that one list of steps serves every library. */
const place = fc.nat(ROWS - 1);
const places = fc.uniqueArray(place, { minLength: 1, maxLength: 5 });
const at = ({ ids }: Library, chosen: readonly number[]): readonly string[] => chosen.map((one) => ids[one]!);
const tags = fc.uniqueArray(fc.constantFrom('draft', 'cover', 'new'), { maxLength: 2 });
const projects = fc.uniqueArray(fc.constantFrom('project-0', 'project-1'), { maxLength: 2 });

const annotation: fc.Arbitrary<Annotation> = fc.record(
  {
    starred: fc.boolean(),
    rating: fc.constantFrom(0 as const, 3 as const, 5 as const),
    flag: fc.constantFrom('pick' as const, 'reject' as const, null),
    tags: fc.record({ add: tags, remove: tags }),
    note: fc.constantFrom('', 'a', 'b'),
  },
  { requiredKeys: [] },
);

/** What changes something; everything but undo and redo. */
const command: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(places, fc.boolean()).map(
    ([chosen, on]): Step =>
      (one) =>
        on ? one.store.archive('iteration', at(one, chosen)) : one.store.unarchive('iteration', at(one, chosen)),
  ),
  fc.tuple(fc.nat(1), fc.boolean()).map(([chosen, on]): Step => (one) => {
    const ids = [one.sessionIds[chosen]!];
    return on ? one.store.archive('session', ids) : one.store.unarchive('session', ids);
  }),
  fc.tuple(places, annotation).map(
    ([chosen, patch]): Step =>
      (one) =>
        annotate(one.store, at(one, chosen), patch),
  ),
  fc.tuple(places, fc.nat(1)).map(
    ([chosen, to]): Step =>
      (one) =>
        reassign(one.store, at(one, chosen), { sessionId: one.sessionIds[to]! }),
  ),
  fc.tuple(places, fc.constantFrom('New', undefined)).map(
    ([chosen, title]): Step =>
      (one) =>
        reassign(one.store, at(one, chosen), { create: title === undefined ? {} : { title } }),
  ),
  fc.tuple(places, projects, projects).map(
    ([chosen, add, remove]): Step =>
      (one) =>
        reassign(one.store, at(one, chosen), { projects: { add, remove } }),
  ),
  fc.tuple(fc.nat(1), fc.constantFrom('one', 'two', '')).map(
    ([chosen, title]): Step =>
      (one) =>
        one.store.rename(one.sessionIds[chosen]!, title),
  ),
  fc.tuple(fc.constantFrom('image' as const, 'audio' as const), fc.boolean()).map(([kind, on]): Step => (one) => {
    const query = { filter: { kinds: [kind], archived: 'include' } } as const;
    return on ? one.store.archive('iteration', { query }) : one.store.unarchive('iteration', { query });
  }),
);

type Turn = { readonly to: 'do'; readonly step: Step } | { readonly to: 'undo' | 'redo' };
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 3, arbitrary: command.map((step) => ({ to: 'do' as const, step })) },
  { weight: 2, arbitrary: fc.constantFrom({ to: 'undo' as const }, { to: 'redo' as const }) },
);

const snapshot = async (one: Library) => JSON.stringify([[...(await stored(one))], [...(await storedSessions(one))]]);

/** What the backend has, and what the store shows, are one and the same. */
async function agree(one: Library): Promise<void> {
  expect(shown(one)).to.deep.equal(await stored(one));
  // Counts of sessions are read again after a move.
  const there = await storedSessions(one);
  await waitUntil(() => JSON.stringify([...shownSessions(one)]) === JSON.stringify([...there]));
}

const withoutUndo = (backend: ImaginationsAdapter): ImaginationsAdapter => omit(backend, 'undo');

describe('commands, undo and redo', () => {
  before(() => loadLater());

  for (const [name, change] of [
    ['by the tokens of the adapter', undefined],
    ['by opposite commands', withoutUndo],
    ['in portions of two', undefined],
  ] as const) {
    it(`lead where they led before, ${name}`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns) => {
          const limits = name === 'in portions of two' ? { batchSize: 2 } : undefined;
          const one = await library({ rows: ROWS, ...(limits && { limits }), ...(change && { change }) });
          const release = one.store.retain();
          const history = historyOf(one.store);
          // The naive model: how everything stood before each command.
          let [done, undone]: [string[], string[]] = [[], []];
          for (const next of turns) {
            const before = await snapshot(one);
            if (next.to === 'do') {
              await next.step(one);
              // A command that changes nothing leaves no trace.
              if ((await snapshot(one)) !== before) [done, undone] = [[...done, before], []];
            } else {
              const [from, to] = next.to === 'undo' ? [done, undone] : [undone, done];
              const outcome = await history[next.to]();
              expect(outcome === null).to.equal(from.length === 0);
              const wanted = from.pop();
              if (wanted === undefined) continue;
              to.push(before);
              expect(await snapshot(one)).to.equal(wanted);
              expect([outcome?.failed, outcome?.left]).to.deep.equal([[], []]);
            }
            const { canUndo, canRedo } = history.state.value;
            expect([canUndo, canRedo]).to.deep.equal([done.length > 0, undone.length > 0]);
            await agree(one);
          }
          release();
          one.store.dispose();
        }),
        { numRuns: 60 },
      );
    });
  }

  for (const [name, change] of [
    ['the tokens of the adapter', undefined],
    ['opposite commands', withoutUndo],
  ] as const) {
    it(`leave alone what somebody has changed since, by ${name}`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(
          fc.array(command, { minLength: 1, maxLength: 3 }),
          places,
          fc.boolean(),
          async (steps, others, isHeard) => {
            const one = await library({ rows: ROWS, ...(change && { change }) });
            const release = isHeard ? one.store.retain() : () => undefined;
            for (const step of steps) await step(one);
            await one.backend.annotate!({ ids: at(one, others) }, { note: 'theirs' }, write());
            const theirs = at(one, others);
            const before = await stored(one);
            const history = historyOf(one.store);
            while (history.state.value.canUndo) await history.undo();
            const after = await stored(one);
            for (const id of theirs) expect(after.get(id)).to.deep.equal(before.get(id));
            release();
            one.store.dispose();
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});

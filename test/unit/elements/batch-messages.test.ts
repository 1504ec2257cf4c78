import { expect } from '@open-wc/testing';
import '../../support/english.js';
import { sayOutcome } from '../../../src/elements/messages/batch-messages.js';
import { cameOf } from '../../../src/elements/outcome/came-of.js';
import { outcomeText } from '../../../src/elements/outcome/outcome-text.js';
import { sayStep } from '../../../src/elements/outcome/say-outcome.js';
import { Localizer } from '../../../src/i18n/index.js';
import type { ErrorCode } from '../../../src/model/index.js';
import type { BatchOutcome, Failed, HistoryEntry, UndoOutcome } from '../../../src/store/index.js';
import type { Toast } from '../../../src/ui/toast.js';
import { waitUntil } from '../../support/wait.js';

const NOTHING: UndoOutcome = { done: [], failed: [], left: [] };
const ERROR = { code: 'network', message: 'gone' } as const;
const OUT_OF_REACH = new Localizer().t('error.network');

function stage() {
  const said: Toast[] = [];
  const show = (toast: Toast): unknown => said.push(toast);
  return { said, context: { localizer: new Localizer(), store: undefined, show, step: () => undefined } };
}

describe('what is said of taking something back', () => {
  const cases: readonly (readonly [string, UndoOutcome, string])[] = [
    ['all of it', { ...NOTHING, done: ['a', 'b'] }, 'Undone'],
    ['nothing, for others have changed it', { ...NOTHING, left: ['a', 'b'] }, '2 changed by somebody since, and left'],
    ['some of it', { ...NOTHING, done: ['a'], left: ['b'] }, '1 undone. 1 changed by somebody since, and left'],
    [
      'some of it, for the rest failed',
      { ...NOTHING, done: ['a'], left: ['c'], failed: [{ id: 'b', error: ERROR }] },
      '1 undone. 1 could not be undone: no connection. 1 changed by somebody since, and left',
    ],
    ['nothing, for it failed', { ...NOTHING, failed: [{ id: 'a', error: ERROR }] }, OUT_OF_REACH],
    ['a query that failed as a whole', { ...NOTHING, count: 0, error: ERROR }, OUT_OF_REACH],
    ['a query whose rows have no names', { ...NOTHING, count: 7 }, 'Undone'],
  ];
  for (const [name, outcome, text] of cases) {
    it(`${name}: by its message`, async () => {
      const { said, context } = stage();
      sayOutcome(context, 'iteration', true, { done: ['a', 'b'], failed: [], undo: () => Promise.resolve(outcome) });
      said[0]?.actions?.[0]?.run();
      await waitUntil(() => said.length === 2);
      expect(said[1]?.text).to.equal(text);
    });

    it(`${name}: by a key`, () => {
      const { said, context } = stage();
      sayStep(context, { way: 'undo', outcome });
      expect(said[0]?.text).to.equal(text);
      const offered = said[0]?.actions?.map(({ label }) => label) ?? [];
      expect(offered.includes('Redo'), 'it can be done again').to.equal(/^(?:Undone|\d undone)/.test(text));
    });
  }
});

const failedOf = (...codes: readonly ErrorCode[]): readonly Failed[] =>
  codes.map((code, at) => ({ id: `f${at}`, error: { code, message: '' } }));

describe('what is said of a batch', () => {
  const cases: readonly (readonly [string, BatchOutcome, string])[] = [
    ['all of it', { done: ['a', 'b'], failed: [] }, 'Archived 2 iterations'],
    [
      'some of it, with the most frequent reason',
      { done: ['a', 'b'], failed: failedOf('forbidden', 'network', 'network') },
      '2 done. 3 could not be archived, 2 of them: no connection',
    ],
    [
      'none of several',
      { done: [], failed: failedOf('quota', 'quota') },
      '2 could not be archived: no space or credit left',
    ],
    ['none of one', { done: [], failed: failedOf('network') }, OUT_OF_REACH],
    [
      'a query that ended on its way',
      { done: [], failed: [], count: 12, error: ERROR },
      '12 done. Then it stopped: no connection',
    ],
    [
      'a reason that nobody knows',
      { done: ['a'], failed: failedOf('mystery' as ErrorCode) },
      '1 done. 1 could not be archived: unexpected error',
    ],
    [
      'a reason in the words of the backend',
      { done: ['a'], failed: [{ id: 'b', error: { code: 'forbidden', message: '', userMessage: '<b>Ask Ada.</b>' } }] },
      '1 done. 1 could not be archived: <b>Ask Ada.</b>',
    ],
  ];
  for (const [name, outcome, text] of cases) {
    it(name, () => {
      const { said, context } = stage();
      sayOutcome(context, 'iteration', true, outcome);
      expect(said[0]?.text).to.equal(text);
    });
  }

  it('offers to take back what was done, and to try again what was not', () => {
    const { said, context } = stage();
    const asked: (readonly string[])[] = [];
    const failed = [...failedOf('network', 'network'), { id: 'x', error: { ...ERROR, retryable: false } }];
    const outcome = { done: ['a'], failed, undo: () => Promise.resolve(NOTHING) };
    sayOutcome(context, 'iteration', true, outcome, (ids) => asked.push(ids));
    expect(said[0]?.actions?.map(({ label }) => label)).to.deep.equal(['Retry failed', 'Undo']);
    said[0]?.actions?.[0]?.run();
    expect(asked).to.deep.equal([['f0', 'f1', 'x']]);
  });

  it('offers no second try where none can work', () => {
    const { said, context } = stage();
    const failed = [{ id: 'x', error: { ...ERROR, retryable: false } }];
    sayOutcome(context, 'iteration', true, { done: ['a'], failed }, () => undefined);
    expect(said[0]?.actions ?? []).to.deep.equal([]);
  });

  it('says of a query that failed as a whole what it says, beside rows that failed for the same reason', () => {
    const whole: BatchOutcome = { done: [], failed: [], count: 0, error: ERROR };
    const rows: BatchOutcome = { done: [], failed: failedOf('network', 'network') };
    const textOf = (...outcomes: readonly BatchOutcome[]): string =>
      outcomeText(new Localizer(), cameOf(...outcomes), { verb: 'archive', whole: () => '' });
    const stopped = 'Then it stopped: no connection';
    expect(textOf(whole, rows)).to.equal(`2 could not be archived: no connection. ${stopped}`);
    expect(textOf(whole, { done: [], failed: failedOf('network') })).to.equal(
      `1 could not be archived: no connection. ${stopped}`,
    );
    expect(textOf({ ...rows, error: ERROR }), 'where they are named').to.equal(
      '2 could not be archived: no connection',
    );
  });

  it('tries a step back again that has failed as a whole, unless nothing can take it back any more', async () => {
    for (const code of ['network', 'not-found'] as const) {
      const { said, context } = stage();
      const answers: UndoOutcome[] = [
        { ...NOTHING, count: 0, error: { code, message: '' } },
        { ...NOTHING, count: 7 },
      ];
      const undo = (): Promise<UndoOutcome> => Promise.resolve(answers.shift() ?? NOTHING);
      sayOutcome(context, 'iteration', true, { done: [], failed: [], count: 7, undo });
      said[0]?.actions?.[0]?.run();
      await waitUntil(() => said.length === 2);
      expect(said[1]?.actions?.map(({ label }) => label)).to.deep.equal(code === 'network' ? ['Try again'] : []);
      if (code === 'not-found') continue;
      said[1]?.actions?.[0]?.run();
      await waitUntil(() => said.length === 3);
      expect(said[2]?.text).to.equal('Undone');
    }
  });

  it('tries that step again, and no other that is the last by then', () => {
    const { said, context } = stage();
    const asked: unknown[] = [];
    const entries = ['a', 'b'].map((id): HistoryEntry => ({ what: 'rate', on: 'iteration', count: 1, ids: [id] }));
    let at = 0;
    const step = (...args: unknown[]): unknown => asked.push(args);
    const sayer = { ...context, step, next: () => entries[at] };
    sayStep(sayer, { way: 'undo', outcome: { ...NOTHING, done: ['x'], failed: failedOf('network') } });
    at = 1;
    for (const { run } of said[0]?.actions ?? []) run();
    expect(asked).to.deep.equal([
      ['undo', entries[0]],
      ['redo', entries[0]],
    ]);
  });

  it('tries a step back again that has failed in part', async () => {
    const { said, context } = stage();
    const answers: UndoOutcome[] = [
      { ...NOTHING, done: ['a'], failed: failedOf('network') },
      { ...NOTHING, done: ['f0'] },
    ];
    const undo = (): Promise<UndoOutcome> => Promise.resolve(answers.shift() ?? NOTHING);
    sayOutcome(context, 'iteration', true, { done: ['a', 'f0'], failed: [], undo });
    said[0]?.actions?.[0]?.run();
    await waitUntil(() => said.length === 2);
    expect(said[1]?.text).to.equal('1 undone. 1 could not be undone: no connection');
    expect(said[1]?.actions?.map(({ label }) => label)).to.deep.equal(['Retry failed', 'Redo']);
    said[1]?.actions?.[0]?.run();
    await waitUntil(() => said.length === 3);
    expect(said[2]?.text).to.equal('Undone');
  });
});

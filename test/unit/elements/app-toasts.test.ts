import { expect } from '@open-wc/testing';
import '../../support/english.js';
import { sayOutcome, sayStep } from '../../../src/elements/imaginations-app/app-toasts.js';
import { Localizer } from '../../../src/i18n/index.js';
import type { UndoOutcome } from '../../../src/store/index.js';
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
    ['some of it', { ...NOTHING, done: ['a'], left: ['b'] }, 'Undone. 1 changed by somebody since, and left'],
    ['nothing, for it failed', { ...NOTHING, failed: [{ id: 'a', error: ERROR }] }, OUT_OF_REACH],
    ['a query that failed as a whole', { ...NOTHING, count: 0, error: ERROR }, OUT_OF_REACH],
    ['a query whose rows have no names', { ...NOTHING, count: 7 }, 'Undone'],
  ];
  for (const [name, outcome, text] of cases) {
    it(`${name}: by its message`, async () => {
      const { said, context } = stage();
      sayOutcome(context, 'iteration', true, { done: ['a', 'b'], failed: [], undo: () => Promise.resolve(outcome) });
      said[0]?.action?.run();
      await waitUntil(() => said.length === 2);
      expect(said[1]?.text).to.equal(text);
    });

    it(`${name}: by a key`, () => {
      const { said, context } = stage();
      sayStep(context, { way: 'undo', outcome });
      expect(said[0]?.text).to.equal(text);
      expect(said[0]?.action !== undefined, 'it can be done again').to.equal(text.startsWith('Undone'));
    });
  }
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { loadLater } from '../../../src/store/later.js';
import { INITIAL_NAVIGATION, ImaginationsStore, type Navigation } from '../../../src/store/index.js';
import { cleanNavigation } from '../../../src/store/navigation.js';
import { FakeBackend } from '../../support/fake-backend.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

const valid = ({ view, layout, kind, archived, sessionId, iterationId }: Navigation): boolean =>
  ['sessions', 'iterations'].includes(view) &&
  ['grid', 'square', 'list', 'timeline'].includes(layout) &&
  ['all', 'image', 'video', 'audio'].includes(kind) &&
  typeof archived === 'boolean' &&
  [sessionId, iterationId].every((id) => id === null || (typeof id === 'string' && id !== ''));

const field = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    'sessions',
    'iterations',
    'grid',
    'list',
    'timeline',
    'all',
    'image',
    true,
    null,
    '',
    'id',
    '__proto__',
  ),
);
const anything = fc.oneof(
  fc.anything(),
  fc.record(
    { view: field, layout: field, kind: field, archived: field, sessionId: field, iterationId: field, other: field },
    { requiredKeys: [] },
  ),
);

describe('navigation', () => {
  it('is valid whatever comes in', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const clean = cleanNavigation(input);
        expect(valid({ ...INITIAL_NAVIGATION, ...clean })).to.equal(true);
        expect(Object.keys(INITIAL_NAVIGATION)).to.include.members(Object.keys(clean));
        expect(Object.values(clean)).to.not.include(undefined);
      }),
    );
  });

  it('keeps every field that is valid, and survives JSON', () => {
    const navigation = fc.record<Navigation>({
      view: fc.constantFrom('sessions', 'iterations'),
      layout: fc.constantFrom('grid', 'square', 'list', 'timeline'),
      kind: fc.constantFrom('all', 'image', 'video', 'audio'),
      archived: fc.boolean(),
      sessionId: fc.option(fc.string({ minLength: 1 })),
      iterationId: fc.option(fc.string({ minLength: 1 })),
    });
    fc.assert(
      fc.property(navigation, (given) => {
        expect(cleanNavigation(given)).to.deep.equal(given);
        expect(cleanNavigation(JSON.parse(JSON.stringify(given)))).to.deep.equal(given);
      }),
    );
  });

  it('goes where it is told and stays where that makes no sense', () => {
    const store = new ImaginationsStore(new FakeBackend().adapter());
    store.navigate({ view: 'iterations', iterationId: 'i1' });
    store.navigate({ view: 'nowhere' as 'sessions', layout: 'timeline' });
    store.navigate(null as never);
    expect(store.navigation.value).to.deep.equal({
      ...INITIAL_NAVIGATION,
      view: 'iterations',
      iterationId: 'i1',
      layout: 'timeline',
    });
  });
});

import { expect } from '@open-wc/testing';
import { annotateIterations, reassignIterations } from '../../../../src/elements/intents/edit-intents.js';
import { library, stored } from '../../store/commands/set-up.js';

describe('judging and moving, as intents', () => {
  it('says what is about to happen and what came of it, and does nothing where a listener refuses', async () => {
    const one = await library();
    const [id] = one.ids;
    const source = new EventTarget();
    const heard: unknown[] = [];
    for (const type of [
      'iterations-annotate',
      'iterations-annotated',
      'iterations-reassign',
      'iterations-reassigned',
    ]) {
      source.addEventListener(type, (event) => {
        const { detail } = event as CustomEvent<{ ids: readonly string[]; outcome?: { done: readonly string[] } }>;
        heard.push([type, detail.ids, detail.outcome?.done, event.cancelable]);
      });
    }
    await annotateIterations(source, one.store, [id!], { note: 'x' });
    const query = { filter: { kinds: ['audio'] } } as const;
    await reassignIterations(source, one.store, { query, except: one.ids }, { projects: { add: ['project-1'] } });
    expect(heard).to.deep.equal([
      ['iterations-annotate', [id], undefined, true],
      ['iterations-annotated', [id], [id], false],
      ['iterations-reassign', [], undefined, true],
      ['iterations-reassigned', [], [], false],
    ]);
    source.addEventListener('iterations-annotate', (event) => event.preventDefault());
    await annotateIterations(source, one.store, [id!], { note: 'y' });
    expect((await stored(one)).get(id!)?.note).to.equal('x');
  });
});

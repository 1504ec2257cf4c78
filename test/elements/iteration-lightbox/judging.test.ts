import { expect } from '@open-wc/testing';
import { AdapterError, type Annotation } from '../../../src/data/index.js';
import type { Iteration } from '../../../src/model/index.js';
import { historyOf, ImaginationsStore } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import {
  backend,
  click,
  dialogOf,
  find,
  open,
  press,
  row,
  shows,
  textOf,
  tipOf,
  THREE,
  type Backend,
  type Opened,
} from './lightbox.js';

const annotated = (one: Iteration, { tags, flag, ...plain }: Annotation): Iteration => {
  const { flag: before, ...rest } = one;
  const next = flag === undefined ? before : flag;
  const kept = (one.tags ?? []).filter((tag) => !tags?.remove?.includes(tag));
  return { ...rest, ...plain, ...(next && { flag: next }), ...(tags && { tags: [...kept, ...(tags.add ?? [])] }) };
};

interface Judged {
  readonly adapter: Backend;
  readonly patches: Annotation[];
  fails: boolean;
}

function judged(rows: readonly Iteration[] = THREE): Judged {
  const self: Judged = {
    fails: false,
    patches: [],
    adapter: backend(rows, {
      annotate: (selection, patch) => {
        self.patches.push(patch);
        if (self.fails) return Promise.reject(new AdapterError('forbidden'));
        const ids = 'ids' in selection ? selection.ids : [];
        self.adapter.rows = self.adapter.rows.map((one) => (ids.includes(one.id) ? annotated(one, patch) : one));
        return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
      },
    }),
  };
  return self;
}

async function details(at: Opened): Promise<void> {
  if (!find(at.box, '#panel')) press(dialogOf(at.box), 'i');
  await waitUntil(() => find(at.box, '.verdict'), 'the fields');
}

const type = (field: HTMLElement | undefined, text: string): void => {
  (field as HTMLInputElement).value = text;
  field?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

const remembered = (at: Opened): Promise<void> =>
  waitUntil(() => historyOf(at.store).state.value.canUndo, 'can be taken back');

const KEYS: readonly (readonly [key: string, field: keyof Iteration, value: unknown])[] = [
  ['s', 'starred', true],
  ['1', 'rating', 1],
  ['5', 'rating', 5],
  ['p', 'flag', 'pick'],
  ['x', 'flag', 'reject'],
];

describe('<iteration-lightbox>: judging', () => {
  for (const [key, field, value] of KEYS) {
    it(`${key}, said and taken back`, async () => {
      const at = await open(judged().adapter, 'a');
      expect(press(dialogOf(at.box), key).defaultPrevented).to.equal(true);
      await waitUntil(() => at.store.iteration('a')?.[field] === value, 'at once');
      await waitUntil(() => textOf(at.box, '.toast').includes('Undo'), 'is said');
      await remembered(at);
      press(dialogOf(at.box), 'z', { ctrlKey: true });
      await waitUntil(() => !at.store.iteration('a')?.[field], 'undone');
      await waitUntil(() => textOf(at.box, '.toast').includes('Undone'), 'is said too');
      await waitUntil(() => historyOf(at.store).state.value.canRedo, 'can be done again');
      press(dialogOf(at.box), 'z', { ctrlKey: true, shiftKey: true });
      await waitUntil(() => at.store.iteration('a')?.[field] === value, 'done again');
      expect(at.box.iterationId, 'stays').to.equal('a');
    });
  }

  it('what fails is rolled back, and is said', async () => {
    const library = judged();
    library.fails = true;
    const at = await open(library.adapter, 'a');
    press(dialogOf(at.box), '4');
    await waitUntil(() => at.store.iteration('a')?.rating === 4, 'at once');
    await waitUntil(() => !at.store.iteration('a')?.rating, 'and back');
    await waitUntil(() => textOf(at.box, '.toast') !== '', 'is said');
  });

  it('goes on to the next that nobody has decided on, where it is told to', async () => {
    const rows = [row('a', 40), row('b', 30, { flag: 'reject' }), row('c', 20), row('d', 10)];
    const at = await open(judged(rows).adapter, 'a');
    at.box.setAttribute('auto-advance', '');
    press(dialogOf(at.box), 's');
    await waitUntil(() => at.store.iteration('a')?.starred);
    expect(at.box.iterationId, 'a star decides nothing').to.equal('a');
    press(dialogOf(at.box), 'p');
    await shows(at, 'c');
    await waitUntil(() => historyOf(at.store).state.value.undo?.what === 'flag', 'remembered');
    press(dialogOf(at.box), 'z', { ctrlKey: true });
    await shows(at, 'a');
    press(dialogOf(at.box), '3');
    await shows(at, 'c');
    press(dialogOf(at.box), 'x');
    await shows(at, 'd');
    press(dialogOf(at.box), 'x');
    await waitUntil(() => at.store.iteration('d')?.flag === 'reject');
    expect(at.box.iterationId, 'at the end').to.equal('d');
  });

  it('stays where the host objects', async () => {
    const at = await open(judged().adapter, 'a');
    at.box.autoAdvance = true;
    at.box.addEventListener('iterations-annotate', (event) => event.preventDefault());
    press(dialogOf(at.box), 'p');
    await at.box.updateComplete;
    expect(at.box.iterationId).to.equal('a');
    expect(at.store.iteration('a')?.flag).to.equal(undefined);
  });

  it('star, rating and flag by the fields of the panel', async () => {
    const at = await open(judged().adapter, 'a');
    await details(at);
    click(at.box, '[data-verdict=star]');
    await waitUntil(() => find(at.box, '[data-verdict=star]')?.ariaPressed === 'true', 'starred');
    const radio = find(at.box, '.rating label:nth-of-type(4) input');
    radio?.click();
    await waitUntil(() => at.store.iteration('a')?.rating === 4, 'rated');
    // One star is enough: what is rated is a number.
    expect(textOf(at.box, '.rating label:nth-of-type(4)')).to.contain('4 of 5');
    expect(textOf(at.box, '.rating label:nth-of-type(4) .rating-sign')).to.equal('4');
    radio?.focus();
    expect(press(radio, 'ArrowRight').defaultPrevented, 'the arrows are the choice’s').to.equal(false);
    expect(at.box.iterationId).to.equal('a');
    click(at.box, '[data-verdict=pick]');
    await waitUntil(() => at.store.iteration('a')?.flag === 'pick', 'picked');
    await waitUntil(() => find(at.box, '[data-verdict=pick]')?.ariaPressed === 'true');
    click(at.box, '[data-verdict=pick]');
    await waitUntil(() => at.store.iteration('a')?.flag === undefined, 'and not');
    find(at.box, '.rating label:nth-of-type(6) input')?.click();
    await waitUntil(() => at.store.iteration('a')?.rating === 0, 'not rated');
  });

  it('tags are added and removed, and the focus is kept', async () => {
    const at = await open(judged().adapter, 'a');
    await details(at);
    const field = find(at.box, '.tag-form input') as HTMLInputElement;
    field.focus();
    expect(press(field, 's').defaultPrevented, 'typing is typing').to.equal(false);
    type(field, ' sky , <b>sea</b>, sky');
    field.form?.requestSubmit();
    await waitUntil(() => at.store.iteration('a')?.tags?.join() === 'sky,<b>sea</b>', 'two tags');
    await waitUntil(() => textOf(at.box, '.tags').includes('<b>sea</b>'), 'as text');
    const remove = find(at.box, '.tag button') as HTMLButtonElement;
    remove.focus();
    remove.click();
    await waitUntil(() => at.store.iteration('a')?.tags?.join() === '<b>sea</b>', 'one tag');
    await at.box.updateComplete;
    expect(at.box.shadowRoot?.activeElement?.closest('.tag')?.textContent).to.contain('sea');
    press(field, 'Escape');
    expect(dialogOf(at.box).open, 'leaves the field alone').to.equal(true);
  });

  it('a note is saved when it is left, and by Ctrl and Enter', async () => {
    const library = judged();
    const at = await open(library.adapter, 'a');
    await details(at);
    const note = find(at.box, '.note-field textarea') as HTMLTextAreaElement;
    note.focus();
    type(note, 'First');
    press(note, 'Enter', { ctrlKey: true });
    await waitUntil(() => at.store.iteration('a')?.note === 'First', 'by key');
    type(note, 'Second');
    note.blur();
    await waitUntil(() => at.store.iteration('a')?.note === 'Second', 'when left');
    await waitUntil(() => library.patches.length === 2);
    note.focus();
    note.blur();
    await at.box.updateComplete;
    expect(library.patches.length, 'nothing has changed').to.equal(2);
    type(note, 'Third');
    at.store.navigate({ iterationId: 'b' });
    await waitUntil(() => at.store.iteration('a')?.note === 'Third', 'when paged on');
    expect(at.store.iteration('b')?.note).to.equal(undefined);
  });

  it('a note that is refused stays in the field', async () => {
    const library = judged();
    library.fails = true;
    const at = await open(library.adapter, 'a');
    await details(at);
    const note = (): HTMLTextAreaElement => find(at.box, '.note-field textarea') as HTMLTextAreaElement;
    note().focus();
    type(note(), 'Long and good');
    note().blur();
    await waitUntil(() => find(at.box, '.note-kept'), 'says so');
    expect(note().value).to.equal('Long and good');
    at.store.navigate({ iterationId: 'b' });
    await shows(at, 'b');
    expect(note().value).to.equal('');
    at.store.navigate({ iterationId: 'a' });
    await shows(at, 'a');
    await waitUntil(() => note().value === 'Long and good', 'still there');
    const other = new ImaginationsStore(judged().adapter);
    other.navigate({ iterationId: 'a' });
    at.box.store = other;
    const says = (text: string): boolean => find(at.box, '.note-field') !== undefined && note().value === text;
    await waitUntil(() => says('') && !find(at.box, '.note-kept'), 'not its namesake in another store');
    at.box.store = at.store;
    at.store.navigate({ iterationId: 'a' });
    await waitUntil(() => says('Long and good') && find(at.box, '.note-kept'), 'and of the first');
    library.fails = false;
    click(at.box, '.note-kept button');
    await waitUntil(() => at.store.iteration('a')?.note === 'Long and good' && !find(at.box, '.note-kept'), 'taken');
  });

  it('a tag stays with what it was written for, also where it is refused', async () => {
    const library = judged();
    const at = await open(library.adapter, 'a');
    await details(at);
    const field = (): HTMLInputElement => find(at.box, '.tag-form input') as HTMLInputElement;
    type(field(), 'half');
    press(dialogOf(at.box), 'ArrowRight');
    await shows(at, 'b');
    await at.box.updateComplete;
    expect(field().value, 'of another').to.equal('');
    press(dialogOf(at.box), 'ArrowLeft');
    await shows(at, 'a');
    await waitUntil(() => field().value === 'half', 'is there again');
    library.fails = true;
    field().form?.requestSubmit();
    press(dialogOf(at.box), 'ArrowRight');
    await shows(at, 'b');
    await waitUntil(() => textOf(at.box, '.toast') !== '', 'is refused');
    await at.box.updateComplete;
    expect(field().value, 'not here').to.equal('');
    press(dialogOf(at.box), 'ArrowLeft');
    await shows(at, 'a');
    await waitUntil(() => field().value === 'half', 'but there');
    library.fails = false;
    field().form?.requestSubmit();
    await waitUntil(() => at.store.iteration('a')?.tags?.join() === 'half', 'is taken');
    await at.box.updateComplete;
    expect(field().value, 'and done').to.equal('');
  });

  it('its fields serve the next iteration too, but for those that somebody has been in', async () => {
    const at = await open(judged().adapter, 'a');
    await details(at);
    const fields = (): (HTMLElement | undefined)[] => [
      find(at.box, '.tag-form input'),
      find(at.box, '.note-field textarea'),
    ];
    const go = async (key: string, id: string): Promise<void> => {
      press(dialogOf(at.box), key);
      await shows(at, id);
      await at.box.updateComplete;
    };
    const first = fields();
    await go('ArrowRight', 'b');
    expect(fields()).to.deep.equal(first);
    first[1]?.focus();
    dialogOf(at.box).focus();
    await go('ArrowLeft', 'a');
    const [tag, note] = fields();
    expect(
      [tag === first[0], note === first[1]],
      'what was written there can be taken back nowhere else',
    ).to.deep.equal([false, false]);
    await go('ArrowRight', 'b');
    expect(fields()).to.deep.equal([tag, note]);
  });

  it('nobody writes into the note of the next where an iteration leaves', async () => {
    const at = await open(judged().adapter, 'a');
    await details(at);
    const note = (): HTMLTextAreaElement => find(at.box, '.note-field textarea') as HTMLTextAreaElement;
    note().focus();
    type(note(), 'Of a');
    await at.store.archive('iteration', ['a']);
    await shows(at, 'b');
    await waitUntil(() => textOf(at.box, '.place').includes('1 of 2'), 'is drawn');
    expect(note().value).to.equal('');
    expect(at.box.shadowRoot?.activeElement === dialogOf(at.box), 'the focus is the dialog’s').to.equal(true);
    await waitUntil(() => at.store.iteration('a')?.note === 'Of a', 'what was written is kept');
    expect(at.store.iteration('b')?.note).to.equal(undefined);
  });

  it('nothing of it where the adapter or the row does not offer it', async () => {
    const plain = await open(backend(THREE), 'a');
    if (!find(plain.box, '#panel')) press(dialogOf(plain.box), 'i');
    await waitUntil(() => find(plain.box, '#panel'));
    expect(find(plain.box, '.verdict')).to.equal(undefined);
    expect(press(dialogOf(plain.box), 's').defaultPrevented).to.equal(false);
    const at = await open(judged([row('a', 1, { can: { annotate: false } })]).adapter, 'a');
    expect(find(at.box, '.verdict')).to.equal(undefined);
    expect(press(dialogOf(at.box), 'p').defaultPrevented).to.equal(false);
  });

  it('the sheet opens over it, and Escape closes the sheet alone', async () => {
    const at = await open(judged().adapter, 'a');
    press(dialogOf(at.box), '?', { shiftKey: true });
    const sheet = (): HTMLDialogElement | undefined => find(at.box, 'dialog.sheet') as HTMLDialogElement | undefined;
    await waitUntil(() => sheet()?.open, 'opens');
    expect(sheet()!.textContent).to.contain('Pick');
    expect(sheet()!.textContent).not.to.contain('Remix');
    press(at.box.shadowRoot?.activeElement ?? undefined, 'Escape');
    await waitUntil(() => !sheet()?.open, 'closes');
    expect(dialogOf(at.box).open).to.equal(true);
    expect(at.box.shadowRoot?.activeElement === dialogOf(at.box), 'the focus is back').to.equal(true);
  });

  it('other keys of a host', async () => {
    const at = await open(judged().adapter, 'a');
    at.box.shortcuts = { archive: 'w', details: null, star: ['g', 'h'] };
    await at.box.updateComplete;
    expect(press(dialogOf(at.box), 'e').defaultPrevented).to.equal(false);
    expect(press(dialogOf(at.box), 'i').defaultPrevented).to.equal(false);
    press(dialogOf(at.box), 'h');
    await waitUntil(() => at.store.iteration('a')?.starred);
    at.box.requestUpdate();
    await at.box.updateComplete;
    expect(tipOf(at.box, '[data-action=archive]')).to.equal('Archive (W)');
    press(dialogOf(at.box), 'w');
    await shows(at, 'b');
  });
});

import { expect } from '@open-wc/testing';
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
  THREE,
  type Backend,
  type Opened,
} from './lightbox.js';

const KEY = 'imaginations:notes';
const DAY_MS = 86_400_000;

/** What an earlier page has left in the storage. */
const left = (id: string, minute: number, more: object = {}): object => ({
  id,
  made: row(id, minute).createdAt,
  at: Date.now() - DAY_MS,
  text: `Written of ${id}`,
  ...more,
});

const EARLIER = [
  left('a', 30),
  left('a2', 10, { at: Date.now() - 60 * DAY_MS }),
  left('b', 21),
  { id: 'c', text: 7 },
  'nonsense',
];

/** A backend that takes notes after the number of times that they are refused. */
function taking(refusals: number): Backend {
  let left = refusals;
  const adapter = backend([...THREE, row('a2', 10)], {
    annotate: (selection, { note = '' }) => {
      if (left-- > 0) return Promise.reject(new Error('No'));
      const ids = 'ids' in selection ? selection.ids : [];
      adapter.rows = adapter.rows.map((one) => (ids.includes(one.id) ? { ...one, note } : one));
      return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
    },
  });
  return adapter;
}

/** The viewer with its details. */
async function noting(adapter: Backend): Promise<Opened> {
  const at = await open(adapter, 'b');
  if (!find(at.box, '#panel')) press(dialogOf(at.box), 'i');
  await waitUntil(() => noteOf(at), 'the note');
  return at;
}

const noteOf = ({ box }: Opened): HTMLTextAreaElement | undefined =>
  find(box, '.note-field textarea') as HTMLTextAreaElement | undefined;

const kept = (): readonly { readonly id: string; readonly text: string }[] =>
  JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as { id: string; text: string }[];

const textOf = (id: string): string | undefined => kept().findLast((one) => one.id === id)?.text;

function type(at: Opened, text: string): void {
  const note = noteOf(at);
  if (note) note.value = text;
  note?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function page(at: Opened, id: string): Promise<void> {
  at.store.navigate({ iterationId: id });
  await shows(at, id);
  await at.box.updateComplete;
}

describe('<iteration-lightbox>: a note that is being written outlives the page', () => {
  before(() => sessionStorage.setItem(KEY, JSON.stringify(EARLIER)));
  after(() => sessionStorage.removeItem(KEY));

  it('it stands in its field and is not sent by itself; not one of a namesake, nor what is old', async () => {
    const at = await noting(taking(0));
    expect(noteOf(at)?.value, 'made at another time').to.equal('');
    await page(at, 'a2');
    expect(noteOf(at)?.value, 'old').to.equal('');
    await page(at, 'c');
    expect(noteOf(at)?.value, 'no draft').to.equal('');
    await page(at, 'a');
    expect(noteOf(at)?.value).to.equal('Written of a');
    expect(find(at.box, '.note-kept') === undefined, 'it is said').to.equal(false);
    noteOf(at)?.focus();
    dialogOf(at.box).focus();
    await page(at, 'c');
    await at.box.updateComplete;
    expect(at.store.iteration('a')?.note, 'nor by leaving its field').to.equal(undefined);
    await page(at, 'a');
    click(at.box, '.note-kept button');
    await waitUntil(() => at.store.iteration('a')?.note === 'Written of a' && textOf('a') === undefined, 'is taken');
    expect(noteOf(at)?.value).to.equal('Written of a');
  });

  it('it is kept with each letter until it is saved', async () => {
    const at = await noting(taking(1));
    type(at, 'Long');
    type(at, 'Long and good');
    expect(textOf('b')).to.equal('Long and good');
    noteOf(at)?.dispatchEvent(new FocusEvent('blur'));
    await waitUntil(() => find(at.box, '.note-kept'), 'is refused');
    expect(textOf('b')).to.equal('Long and good');
    click(at.box, '.note-kept button');
    await waitUntil(() => textOf('b') === 'Written of b' || textOf('b') === undefined, 'is taken');
    type(at, 'Other');
    type(at, 'Long and good');
    noteOf(at)?.dispatchEvent(new FocusEvent('blur'));
    await waitUntil(() => textOf('b') !== 'Long and good', 'so it has been saved already');
  });

  it('one that was refused stands in the field of another viewer too; one that has arrived after all, in none', async () => {
    const at = await noting(taking(1));
    type(at, 'Again');
    noteOf(at)?.dispatchEvent(new FocusEvent('blur'));
    await waitUntil(() => find(at.box, '.note-kept'), 'is refused');
    at.box.remove();
    const other = await noting(at.adapter);
    expect(noteOf(other)?.value).to.equal('Again');
    click(other.box, '.note-kept button');
    await waitUntil(() => other.store.iteration('b')?.note === 'Again', 'is taken');
    sessionStorage.setItem(KEY, JSON.stringify([left('c', 10, { text: '' })]));
    await page(other, 'c');
    expect(kept()).to.deep.equal([]);
  });

  it('of very many, the latest', async () => {
    const at = await noting(taking(0));
    const many = Array.from({ length: 80 }, (_, index) => left(`other${index}`, 1));
    sessionStorage.setItem(KEY, JSON.stringify(many));
    type(at, 'Mine');
    expect(kept().length).to.equal(50);
    expect([kept()[0]?.id, kept().at(-1)?.text]).to.deep.equal(['other31', 'Mine']);
  });
});

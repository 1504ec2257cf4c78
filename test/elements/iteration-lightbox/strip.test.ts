import { expect } from '@open-wc/testing';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import { audio, backend, click, dialogOf, find, open, press, row, shows, THREE } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const cells = (box: IterationLightbox): HTMLElement[] => [
  ...(box.shadowRoot?.querySelectorAll<HTMLElement>('.cell[data-id]') ?? []),
];
const cell = (box: IterationLightbox, id: string): HTMLElement | undefined =>
  cells(box).find(({ dataset }) => dataset['id'] === id);
const current = (box: IterationLightbox): string | undefined => find(box, '.cell[aria-selected=true]')?.dataset['id'];

/** Whether what is shown stands in the part of the strip that is seen. */
function isSeen(box: IterationLightbox): boolean {
  const strip = find(box, '.film-strip')?.getBoundingClientRect();
  const at = find(box, '.cell[aria-selected=true]')?.getBoundingClientRect();
  return strip !== undefined && at !== undefined && at.left >= strip.left && at.right <= strip.right;
}

/** A session of so many, in pages of 100. */
const session = (size: number): ReturnType<typeof backend> => {
  const rows = Array.from({ length: size }, (_, index) =>
    row(`r${index}`, 0, { createdAt: new Date(Date.UTC(2026, 0, 1) - index * 1000).toISOString() }),
  );
  return backend(rows, {
    listIterations: ({ cursor, limit }) => {
      const start = Number(cursor ?? 0);
      const next = start + limit;
      return Promise.resolve({
        items: rows.slice(start, next),
        nextCursor: next < size ? String(next) : null,
        total: size,
      });
    },
  });
};

describe('iteration-lightbox: the filmstrip', () => {
  it('shows where one is when it is opened again, elsewhere, at the same size', async () => {
    const opened = await open(session(60), 'r1');
    const { box, store } = opened;
    await waitUntil(() => current(box) === 'r1' && isSeen(box), 'the first');
    press(dialogOf(box), 'Escape');
    await waitUntil(() => !find(box, '.layout'), 'gone');
    store.navigate({ iterationId: 'r21' });
    await shows(opened, 'r21');
    await waitUntil(() => current(box) === 'r21' && isSeen(box), 'the other');
  });

  it('draws a sound inside its cell', async () => {
    const { box } = await open(backend([row('a', 9), row('b', 8, { kind: 'audio', media: audio })]), 'a');
    await waitUntil(() => cells(box).length === 2, 'both');
    const [inner, outer] = [cell(box, 'b')?.querySelector('.icon-shape'), cell(box, 'b')].map((one) =>
      one?.getBoundingClientRect(),
    );
    expect(inner!.left).to.be.above(outer!.left);
    expect(inner!.right).to.be.below(outer!.right);
  });

  it('says of the cover of a sound that it is one', async () => {
    const covered = { ...audio, poster: { url: row('x', 0).media!.url, mime: 'image/png' } };
    const rows = [
      row('a', 9),
      row('b', 8, { kind: 'audio', media: audio }),
      row('c', 7, { kind: 'audio', media: covered }),
    ];
    const { box } = await open(backend(rows), 'a');
    await waitUntil(() => cells(box).length === 3, 'all of them');
    const signs = ['a', 'b', 'c'].map((id) => cell(box, id)?.querySelectorAll('.cell-kind').length);
    expect(signs).to.deep.equal([0, 0, 1]);
  });

  it('shows the session with the state of each, and goes where one presses', async () => {
    const rows = [
      row('a', 50, { starred: true }),
      row('b', 40, { status: 'running', progress: { value: 0.4 } }),
      row('c', 30, { status: 'failed', error: { code: 'internal', message: 'x' } }),
      row('d', 20, { kind: 'file' as 'image' }),
    ];
    const opened = await open(backend(rows), 'a');
    const { box } = opened;
    await waitUntil(() => cells(box).length === 4, 'all of them');
    expect(cells(box).map((one) => one.getAttribute('aria-label'))).to.deep.equal([
      'Image: Prompt of a, starred',
      'Image: Prompt of b, 40% done',
      'Image: Prompt of c, Failed',
      'File: Prompt of d',
    ]);
    expect(cell(box, 'a')?.querySelector('.cell-star')).to.not.equal(null);
    expect(cell(box, 'b')?.querySelector('.progress')?.getAttribute('aria-valuenow')).to.equal('40');
    expect(cell(box, 'c')?.querySelector('.failed')).to.not.equal(null);
    expect([current(box), find(box, '.cells')?.getAttribute('role')]).to.deep.equal(['a', 'listbox']);
    cell(box, 'c')?.click();
    await shows(opened, 'c');
    await waitUntil(() => current(box) === 'c');
    expect(cells(box).map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, -1, 0, -1]);
  });

  it('shows what is archived as such', async () => {
    const put = { archivedAt: '2026-01-02T00:00:00.000Z' };
    const { box } = await open(backend([row('a', 30, put), row('b', 20, put)]), 'a');
    await waitUntil(() => cells(box).length === 2);
    expect(cell(box, 'b')?.getAttribute('aria-label')).to.equal('Image: Prompt of b, Archived');
  });

  it('follows a run as it goes on', async () => {
    const adapter = backend([row('a', 50), row('b', 40, { status: 'running', progress: { value: 0.1 } })]);
    const opened = await open(adapter, 'a');
    await waitUntil(() => cells(opened.box).length === 2);
    adapter.rows = [row('a', 50), row('b', 40, { rev: 2 })];
    await opened.store.iterationList({ filter: { sessionId: 's' } }).refresh();
    await waitUntil(() => cell(opened.box, 'b')?.classList.contains('succeeded'), 'it is done');
  });

  it('has few of a session of 10,000 in the document, and shows the current one wherever it is', async () => {
    const opened = await open(session(10_000), 'r3000');
    const { box } = opened;
    await waitUntil(() => current(box) === 'r3000' && isSeen(box), 'the current one is seen');
    const width = find(box, '.film-strip')?.scrollWidth ?? 0;
    expect(width).to.be.greaterThan(600_000);
    expect(cells(box).length).to.be.within(3, 100);
    press(dialogOf(box), 'Home');
    await shows(opened, 'r0');
    await waitUntil(() => current(box) === 'r0' && isSeen(box), 'the first is seen');
    press(dialogOf(box), 'ArrowRight');
    await shows(opened, 'r1');
    await waitUntil(() => current(box) === 'r1' && isSeen(box), 'the next is seen');
    expect(cells(box).length).to.be.within(3, 100);
  });

  it('keeps the focus on the current one while it is paged through', async () => {
    const opened = await open(backend(THREE), 'a');
    const { box } = opened;
    await waitUntil(() => cells(box).length === 3);
    find(box, '.cell[aria-selected=true]')?.focus();
    press(find(box, '.cell[aria-selected=true]'), 'ArrowRight');
    await shows(opened, 'b');
    await waitUntil(
      () => (box.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id'] === 'b',
      'it goes along',
    );
  });

  it('goes by its key, leaves no room, and comes back', async () => {
    const { box } = await open(backend(THREE), 'a');
    await waitUntil(() => cells(box).length === 3);
    const before = find(box, '.stage')?.clientHeight ?? 0;
    press(dialogOf(box), 't');
    await waitUntil(() => !find(box, '.strip'));
    expect(find(box, '.stage')?.clientHeight).to.equal(before + 72);
    press(dialogOf(box), 't');
    await waitUntil(() => cells(box).length === 3);
    expect(current(box)).to.equal('a');
  });

  it('has its room before it is there', async () => {
    const { box } = await open(backend(THREE), 'a');
    const before = find(box, '.stage')?.clientHeight;
    expect(find(box, '.strip')?.clientHeight).to.equal(72);
    await waitUntil(() => cells(box).length === 3);
    expect(find(box, '.stage')?.clientHeight).to.equal(before);
  });

  it('goes from right to left where one reads so', async () => {
    document.documentElement.lang = 'ar';
    try {
      const opened = await open(session(500), 'r250');
      await waitUntil(() => current(opened.box) === 'r250' && isSeen(opened.box), 'the current one is seen');
      const [first, second] = ['r250', 'r251'].map((id) => cell(opened.box, id)?.getBoundingClientRect().left ?? 0);
      expect(first).to.be.greaterThan(second ?? 0);
      click(opened.box, '.turn.next');
      await shows(opened, 'r251');
      await waitUntil(() => current(opened.box) === 'r251' && isSeen(opened.box));
    } finally {
      document.documentElement.lang = 'en';
    }
  });
});

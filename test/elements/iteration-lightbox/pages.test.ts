import { expect } from '@open-wc/testing';
import { backend, click, dialogOf, find, image, open, press, row, shows, textOf, THREE } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const isEnd = (box: Parameters<typeof find>[0], name: string): boolean =>
  find(box, `.turn.${name}`)?.getAttribute('aria-disabled') === 'true';

describe('iteration-lightbox: paging', () => {
  it('goes through the session in list order and ends at its ends', async () => {
    const opened = await open(backend([...THREE, row('x', 15, { sessionId: 'other' })]), 'a');
    const { box } = opened;
    expect([textOf(box, '.place'), isEnd(box, 'previous'), isEnd(box, 'next')]).to.deep.equal([
      'Session: 1 of 3',
      true,
      false,
    ]);
    click(box, '.turn.previous');
    expect(opened.store.navigation.value.iterationId).to.equal('a');
    click(box, '.turn.next');
    await shows(opened, 'b');
    press(dialogOf(box), 'ArrowRight');
    await shows(opened, 'c');
    press(dialogOf(box), 'ArrowRight');
    await box.updateComplete;
    expect([box.iterationId, textOf(box, '.place'), isEnd(box, 'next')]).to.deep.equal(['c', 'Session: 3 of 3', true]);
    press(dialogOf(box), 'Home');
    await shows(opened, 'a');
    press(dialogOf(box), 'End');
    await shows(opened, 'c');
    press(dialogOf(box), 'ArrowLeft');
    await shows(opened, 'b');
  });

  it('turns the arrows round in a right-to-left language', async () => {
    document.documentElement.lang = 'ar';
    try {
      const opened = await open(backend(THREE), 'a');
      press(dialogOf(opened.box), 'ArrowLeft');
      await shows(opened, 'b');
      press(dialogOf(opened.box), 'ArrowRight');
      await shows(opened, 'a');
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('leaves keys with a modifier alone', async () => {
    const { box, store } = await open(backend(THREE), 'a');
    const event = press(dialogOf(box), 'ArrowRight', { altKey: true });
    expect([event.defaultPrevented, store.navigation.value.iterationId]).to.deep.equal([false, 'a']);
  });

  it('swipes with one finger', async () => {
    const opened = await open(backend(THREE), 'b');
    const touch = (type: string, clientX: number): unknown =>
      find(opened.box, '.frame')?.dispatchEvent(
        new PointerEvent(type, { pointerType: 'touch', pointerId: 7, clientX, bubbles: true, composed: true }),
      );
    touch('pointerdown', 200);
    touch('pointermove', 100);
    touch('pointerup', 100);
    await shows(opened, 'c');
    touch('pointerdown', 100);
    touch('pointermove', 120);
    touch('pointerup', 120);
    await opened.box.updateComplete;
    expect(opened.store.navigation.value.iterationId).to.equal('c');
    touch('pointerdown', 100);
    touch('pointermove', 200);
    touch('pointerup', 200);
    await shows(opened, 'b');
  });

  it('reads further pages until it knows its place', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => row(`r${index}`, 50 - index));
    const adapter = backend(rows, {
      limits: { mediaSchemes: ['p'], pageSize: 2 },
      listIterations: ({ cursor, limit }) => {
        const start = Number(cursor ?? 0);
        const next = start + limit;
        return Promise.resolve({
          items: rows.slice(start, next),
          nextCursor: next < rows.length ? String(next) : null,
          total: 7,
        });
      },
    });
    const opened = await open(adapter, 'r5');
    await waitUntil(() => textOf(opened.box, '.place') === 'Session: 6 of 7');
    press(dialogOf(opened.box), 'ArrowRight');
    await shows(opened, 'r6');
  });

  it('says what is shown and where it stands, once for each change', async () => {
    const opened = await open(backend(THREE), 'a');
    const region = find(opened.box, 'dialog > [role=status].visually-hidden');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(region?.textContent ?? ''));
    observer.observe(region!, { childList: true, characterData: true, subtree: true });
    press(dialogOf(opened.box), 'ArrowRight');
    await waitUntil(() => said.length > 0);
    await opened.store.iterationList({ filter: { sessionId: 's' } }).refresh();
    await opened.box.updateComplete;
    observer.disconnect();
    expect(said).to.deep.equal(['Image: Prompt of b. Session: 2 of 3']);
  });

  it('takes in what is new', async () => {
    const adapter = backend(THREE);
    const opened = await open(adapter, 'b');
    adapter.rows = [row('new', 40), ...THREE];
    await opened.store.iterationList({ filter: { sessionId: 's' } }).refresh();
    await waitUntil(() => textOf(opened.box, '.place') === 'Session: 3 of 4');
    expect(opened.box.iterationId).to.equal('b');
  });

  it('leaves archived ones out, and shows only those when it is opened at one', async () => {
    const put = { archivedAt: '2026-01-02T00:00:00.000Z' };
    const rows = [row('a', 30), row('b', 20, put), row('c', 10), row('d', 5, put)];
    const opened = await open(backend(rows), 'a');
    expect(textOf(opened.box, '.place')).to.equal('Session: 1 of 2');
    press(dialogOf(opened.box), 'ArrowRight');
    await shows(opened, 'c');
    const archived = await open(backend(rows), 'b');
    expect(textOf(archived.box, '.place')).to.equal('Session: 1 of 2');
    press(dialogOf(archived.box), 'ArrowRight');
    await shows(archived, 'd');
  });

  it('moves on when the shown one is archived: to the next, else to the previous, else it closes', async () => {
    const opened = await open(backend(THREE), 'b');
    const heard: string[] = [];
    opened.box.addEventListener('lightbox-closed', ({ detail }) => heard.push(detail.iterationId));
    press(dialogOf(opened.box), 'e');
    await shows(opened, 'c');
    await opened.store.archive('iteration', ['c']);
    await shows(opened, 'a');
    click(opened.box, '[data-action=archive]');
    await waitUntil(() => !dialogOf(opened.box).open);
    expect([opened.store.navigation.value.iterationId, heard]).to.deep.equal([null, ['a']]);
  });

  it('loads the neighbours ahead, and lets go of those that are no longer near', async () => {
    const rows = Array.from({ length: 8 }, (_, index) =>
      row(`r${index}`, 50 - index, { media: image(index % 2 ? 'p:other' : 'p:image') }),
    );
    const { adapter } = await open(backend(rows), 'r0');
    await waitUntil(() => adapter.opened.includes('p:other'), 'the next one is opened before it is shown');
  });
});

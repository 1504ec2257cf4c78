import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { find, findAll, inCard, library, openSessions, sessions, type SessionsPage } from './sessions-page.js';

type Sessions = SessionsPage['element'];

const lines = (element: Sessions): string[] =>
  findAll(element, '.menu:popover-open .menu-label').map(({ textContent }) => textContent);

function ask(target: Element | undefined | null, init: MouseEventInit = {}): MouseEvent {
  const { left = 0, top = 0 } = target?.getBoundingClientRect() ?? {};
  const event = new MouseEvent('contextmenu', {
    bubbles: true,
    composed: true,
    cancelable: true,
    clientX: left + 10,
    clientY: top + 10,
    ...init,
  });
  target?.dispatchEvent(event);
  return event;
}

async function stage(): Promise<SessionsPage> {
  const page = await openSessions(library({ sessions: sessions(6) }));
  inCard(page.element, 's1', '.open')?.focus({ preventScroll: true });
  await page.element.updateComplete;
  await waitUntil(() => find(page.element, '.menu'), 'the menu has come');
  return page;
}

describe('imagination-sessions: menus', () => {
  it('a right click on a card opens its menu, at the pointer', async () => {
    const { element, store } = await stage();
    const open = inCard(element, 's3', '.open')!;
    const { left } = open.getBoundingClientRect();
    expect(ask(open).defaultPrevented).to.equal(true);
    await waitUntil(() => lines(element).length > 0, 'opens');
    expect(lines(element)).to.deep.equal(['Open', 'Rename', 'Archive']);
    const menu = find(element, '.menu')!;
    expect(Math.abs(menu.getBoundingClientRect().left - left - 10)).to.be.at.most(2);
    findAll(element, '.menu-item')
      .find(({ textContent }) => textContent.includes('Archive'))
      ?.click();
    await waitUntil(() => store.session('s3')?.archivedAt, 'away');
    expect(store.session('s1')?.archivedAt ?? null).to.equal(null);
  });

  it('with Shift, and in a field, the browser’s stays', async () => {
    const { element } = await stage();
    expect(ask(inCard(element, 's3', '.open'), { shiftKey: true }).defaultPrevented).to.equal(false);
    inCard(element, 's1', '.open')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'F2', bubbles: true, composed: true, cancelable: true }),
    );
    await waitUntil(() => find(element, '.title-field'), 'renaming');
    expect(ask(find(element, '.title-field')).defaultPrevented).to.equal(false);
    expect(lines(element)).to.deep.equal([]);
  });

  for (const [key, init] of [
    ['ContextMenu', {}],
    ['F10', { shiftKey: true }],
  ] as const) {
    it(`${key} opens it, and Escape gives the focus back`, async () => {
      const { element } = await stage();
      const press = (target: Element | null | undefined, name: string, more: KeyboardEventInit = {}): boolean =>
        !target?.dispatchEvent(
          new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more }),
        );
      expect(press(inCard(element, 's1', '.open'), key, init)).to.equal(true);
      await waitUntil(() => lines(element).length > 0, 'opens');
      press(element.shadowRoot?.activeElement, 'Escape');
      await waitUntil(() => lines(element).length === 0, 'closes');
      expect(element.shadowRoot?.activeElement === inCard(element, 's1', '.open')).to.equal(true);
    });
  }
});

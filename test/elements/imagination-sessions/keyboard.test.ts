import { expect } from '@open-wc/testing';
import {
  drawn,
  find,
  findAll,
  focused,
  ids,
  inCard,
  iteration,
  library,
  openSessions,
  press,
  session,
  sessions,
} from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

const tabStops = (element: Parameters<typeof findAll>[0]): string[] =>
  findAll(element, '.card [tabindex="0"]').map(({ dataset }) => dataset['control'] ?? '');

describe('imagination-sessions: keyboard', () => {
  it('has one card in the tab order, with everything in it', async () => {
    const adapter = library({
      sessions: sessions(6),
      iterations: [iteration('a', 's0'), iteration('b', 's1')],
    });
    const { element } = await openSessions(adapter);
    await waitUntil(() => tabStops(element).includes('check'), 'what chooses comes late');
    expect(tabStops(element)).to.deep.equal(['check', 'a', 'open', 'more']);
    inCard(element, 's1', '.open')?.focus({ preventScroll: true });
    await drawn(element);
    expect(tabStops(element)).to.deep.equal(['check', 'b', 'open', 'more']);
  });

  it('shows its keys, and puts away by key what has the focus or is selected, and takes that back', async () => {
    const { element, store } = await openSessions(library({ sessions: sessions(6) }));
    await waitUntil(() => tabStops(element).includes('check'), 'what chooses comes late');
    const sheet = (): HTMLDialogElement | null => element.shadowRoot!.querySelector('dialog.sheet');
    inCard(element, 's1', '.open')?.focus({ preventScroll: true });
    press(element, '?');
    await waitUntil(() => sheet()?.open, 'the sheet');
    for (const line of ['Archive or unarchive', 'Rename', 'Undo', 'Select everything', 'First or last of all'])
      expect(sheet()?.textContent).to.contain(line);
    expect(sheet()?.textContent).not.to.contain('Pick');
    press(element, 'e');
    press(element, 'Escape');
    await waitUntil(() => !sheet()?.open, 'closed');
    expect([ids(element).length, focused(element)]).to.deep.equal([6, 's1 open']);
    press(element, 'm');
    await waitUntil(() => find(element, '.menu:popover-open'), 'the menu');
    press(element, 'Escape');
    await waitUntil(() => !find(element, '.menu:popover-open'), 'it has closed');
    inCard(element, 's1', '.open')?.focus({ preventScroll: true });
    expect(press(element, 'e').defaultPrevented).to.equal(true);
    await drawn(element);
    expect([ids(element).join(), focused(element)]).to.deep.equal(['s0,s2,s3,s4,s5', 's2 open']);
    await waitUntil(() => store.session('s1')?.archivedAt);
    press(element, ' ');
    press(element, 'ArrowRight');
    await drawn(element);
    press(element, ' ');
    press(element, 'Delete');
    await waitUntil(() => ids(element).join() === 's0,s4,s5', 'all that was selected');
    await waitUntil(() => store.session('s3')?.archivedAt);
    await drawn(element);
    const undo = { key: 'z', ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    element.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', undo));
    await waitUntil(() => ids(element).join() === 's0,s2,s3,s4,s5', 'back');
  });

  it('goes by arrows, Home and End in rows, and stops at the edges', async () => {
    const { element } = await openSessions(library({ sessions: sessions(8) }));
    const columns = 3;
    expect(
      findAll(element, '.card[data-id]').filter(({ offsetTop }, _, [first]) => offsetTop === first?.offsetTop).length,
    ).to.equal(columns);
    inCard(element, 's0', '.open')?.focus({ preventScroll: true });
    const path: string[] = [];
    for (const key of [
      'ArrowLeft',
      'ArrowUp',
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'End',
      'ArrowRight',
      'Home',
    ]) {
      press(element, key);
      await drawn(element);
      path.push(focused(element).split(' ')[0] ?? '');
    }
    expect(path).to.deep.equal(['s0', 's0', 's1', 's4', 's7', 's7', 's7', 's7', 's0']);
  });

  it('mirrors left and right where the text does', async () => {
    const { element } = await openSessions(library({ sessions: sessions(3) }));
    element.lang = 'ar';
    element.remove();
    document.body.append(element);
    await drawn(element);
    inCard(element, 's0', '.open')?.focus({ preventScroll: true });
    press(element, 'ArrowLeft');
    await drawn(element);
    expect(focused(element)).to.equal('s1 open');
    element.remove();
  });

  it('leaves keys alone that are not its own', async () => {
    const { element } = await openSessions(library({ sessions: sessions(2) }));
    inCard(element, 's0', '.open')?.focus({ preventScroll: true });
    const heard: string[] = [];
    const listen = ({ key, defaultPrevented }: KeyboardEvent): unknown => heard.push(`${key} ${defaultPrevented}`);
    document.body.addEventListener('keydown', listen);
    for (const key of ['/', 'a', 'Escape', 'x']) press(element, key);
    document.body.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['/ false', 'a false', 'Escape false', 'x false']);
  });

  it('keeps the focus on its card while others come and go', async () => {
    let tell: ((item: ReturnType<typeof session>) => void) | undefined;
    const memory = library(
      { sessions: sessions(4) },
      {
        subscribe: (subscription) => {
          tell = (item) => subscription.change([{ type: 'session', item }]);
        },
      },
    );
    const { element } = await openSessions(memory);
    inCard(element, 's2', '.more')?.focus({ preventScroll: true });
    for (let index = 0; index < 20; index++) tell?.(session(`new${index}`, -1 - index));
    tell?.(session('s1', 1, { archivedAt: new Date(0).toISOString(), rev: 9 }));
    await waitUntil(() => ids(element)[0] === 'new19');
    expect(focused(element)).to.equal('s2 more');
    tell?.(session('s2', 2, { archivedAt: new Date(0).toISOString(), rev: 9 }));
    await waitUntil(() => !ids(element).includes('s2'));
    await drawn(element);
    expect(focused(element)).to.equal('s3 open');
  });

  it('brings a card that a key leads to into the window, and no other', async () => {
    let remove: ((id: string) => void) | undefined;
    const { element } = await openSessions(
      library(
        { sessions: sessions(8) },
        {
          subscribe: ({ change }) => {
            remove = (id) => change([{ type: 'removed', entity: 'session', id, rev: 9 }]);
          },
        },
      ),
    );
    const rest = document.createElement('div');
    rest.style.height = '2000px';
    element.after(rest);
    inCard(element, 's2', '.open')?.focus({ preventScroll: true });
    scrollTo(0, 700);
    remove?.('s2');
    await waitUntil(() => focused(element) === 's3 open', 'the one beside what has left');
    await drawn(element);
    expect(scrollY).to.equal(700);
    press(element, 'Home');
    await drawn(element);
    const box = inCard(element, 's0', '.open')?.getBoundingClientRect();
    expect(focused(element)).to.equal('s0 open');
    expect(box && box.top >= 0 && box.bottom <= innerHeight, 'it shows').to.equal(true);
    scrollTo(0, 0);
  });

  it('has its keys in a dialog of the host, too', async () => {
    const { element, store } = await openSessions(library({ sessions: sessions(3) }));
    const dialog = document.createElement('dialog');
    element.parentElement?.append(dialog);
    dialog.append(element);
    dialog.showModal();
    await waitUntil(() => tabStops(element).includes('check'), 'what chooses comes late');
    inCard(element, 's1', '.open')?.focus({ preventScroll: true });
    press(element, 'e');
    await waitUntil(() => store.session('s1')?.archivedAt, 'is put away');
    dialog.close();
  });

  it('never takes the focus by itself', async () => {
    const { element, store } = await openSessions(library({ sessions: sessions(4) }));
    await store.rename('s0', 'Another name');
    await store.archive('session', ['s1']);
    await waitUntil(() => ids(element).length === 3);
    expect(find(element, ':focus')).to.equal(null);
    expect(document.activeElement === document.body).to.equal(true);
  });
});

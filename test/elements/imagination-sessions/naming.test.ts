import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import {
  type Changes,
  choose,
  drawn,
  find,
  focused,
  inCard,
  library,
  openSessions,
  press,
  session,
  titleField,
} from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

const name = (element: Parameters<typeof inCard>[0]): string => inCard(element, 's', '.open')?.textContent.trim() ?? '';

async function openOne(changes: Changes = {}) {
  const page = await openSessions(library({ sessions: [session('s', 1, { title: 'Before' })] }, changes));
  inCard(page.element, 's', '.open')?.focus({ preventScroll: true });
  return page;
}

describe('imagination-sessions: renaming', () => {
  it('happens in place by F2; Enter saves and gives the focus back', async () => {
    const { element, store } = await openOne();
    press(element, 'F2');
    await drawn(element);
    const input = titleField(element);
    expect([input?.value, element.shadowRoot?.activeElement === input]).to.deep.equal(['Before', true]);
    if (input) input.value = 'After';
    press(element, 'Enter');
    await drawn(element);
    expect([name(element), focused(element), titleField(element)]).to.deep.equal(['After', 's open', null]);
    await waitUntil(() => store.session('s')?.rev === 2, 'it has arrived');
    await waitUntil(() => find(element, '[role=status]')?.textContent === 'Renamed to “After”', 'it is said');
  });

  it('is called off by Escape', async () => {
    const { element, store } = await openOne();
    press(element, 'F2');
    await waitUntil(() => titleField(element) !== null, 'the field');
    const input = titleField(element);
    if (input) input.value = 'After';
    press(element, 'Escape');
    await waitUntil(() => name(element) === 'Before', 'the name');
    expect([name(element), focused(element), store.session('s')?.title]).to.deep.equal(['Before', 's open', 'Before']);
  });

  it('is saved when the field is left', async () => {
    const { element } = await openOne();
    await choose(element, 's', 'Rename');
    await waitUntil(() => titleField(element) !== null);
    const input = titleField(element);
    if (input) input.value = 'After';
    input?.dispatchEvent(new FocusEvent('blur'));
    await drawn(element);
    expect(name(element)).to.equal('After');
  });

  it('keeps the keys of an input method', async () => {
    const { element } = await openOne();
    press(element, 'F2');
    await waitUntil(() => titleField(element) !== null);
    const key = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    titleField(element)?.dispatchEvent(key);
    await drawn(element);
    expect([key.defaultPrevented, titleField(element) === null]).to.deep.equal([false, false]);
  });

  it('is taken back and told when it does not work', async () => {
    const { element } = await openOne({ updateSession: () => Promise.reject(new AdapterError('conflict')) });
    const failures: string[] = [];
    element.addEventListener('imaginations-failed', ({ detail }) =>
      failures.push(`${detail.intent} ${detail.failure.code}`),
    );
    press(element, 'F2');
    await waitUntil(() => titleField(element) !== null);
    const input = titleField(element);
    if (input) input.value = 'After';
    press(element, 'Enter');
    await waitUntil(() => failures.length === 1);
    await drawn(element);
    expect([failures, name(element)]).to.deep.equal([['session-rename conflict'], 'Before']);
  });

  it('is not offered where the backend has no titles', async () => {
    const { element } = await openOne({ updateSession: undefined });
    press(element, 'F2');
    await drawn(element);
    expect(titleField(element)).to.equal(null);
  });
});

import { expect } from '@open-wc/testing';
import { AdapterError, type BatchResult } from '../../../src/data/index.js';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, open, press, row, shows, textOf, THREE, type Opened } from './lightbox.js';

interface Late extends Opened {
  /** Lets the backend answer what it was asked first. */
  readonly answer: (isTaken: boolean) => void;
}

/** The viewer of `a`; what is put away first waits for its answer. */
async function late(rows = [row('a', 30)]): Promise<Late> {
  const plain = backend(rows);
  const { archive: put } = plain;
  let answer: ((isTaken: boolean) => void) | undefined;
  const first = new Promise<boolean>((resolve) => (answer = resolve));
  const archive: typeof put = async (...asked): Promise<BatchResult> => {
    if (!(await first)) throw new AdapterError('forbidden');
    return put!(...asked);
  };
  const opened = await open(Object.defineProperty(plain, 'archive', { value: archive }), 'a');
  return { ...opened, answer: (isTaken) => answer?.(isTaken) };
}

const isClosed = ({ box }: Opened): Promise<void> => waitUntil(() => !dialogOf(box).open, 'closes');

/** What is said beside the dialog. */
const said = ({ box }: Opened): string => textOf(box, '.messages .toast-text');

const act = ({ box }: Opened): void => find(box, '.messages .toast-action')?.click();

describe('iteration-lightbox: what came of something after it has closed', () => {
  it('a failure is said beside it, and tried again; what is done is taken back', async () => {
    const at = await late();
    press(dialogOf(at.box), 'e');
    await isClosed(at);
    at.answer(false);
    await waitUntil(() => said(at).startsWith('You are not allowed'), 'why');
    const region = find(at.box, '.messages > .toasts');
    expect(region?.getAttribute('role')).to.equal('status');
    const { top, bottom, width } = find(at.box, '.messages .toast')!.getBoundingClientRect();
    expect(top > 0 && bottom <= innerHeight && width > 0, 'is seen').to.equal(true);
    expect(at.store.iteration('a')?.archivedAt ?? null, 'it is back').to.equal(null);
  });

  it('the way back is offered where the last one has gone, and goes into the viewer that opens again', async () => {
    const at = await late();
    press(dialogOf(at.box), 'e');
    await isClosed(at);
    at.answer(true);
    await waitUntil(() => said(at) === 'Archived 1 iteration', 'says it');
    act(at);
    await waitUntil(() => said(at) === 'Undone', 'says that too');
    expect(at.store.iteration('a')?.archivedAt ?? null).to.equal(null);
    at.store.navigate({ iterationId: 'a' });
    await shows(at, 'a');
    await waitUntil(() => said(at) === '' && textOf(at.box, 'dialog .toast-text') === 'Undone', 'it is in there now');
  });

  it('what can be taken back still can when it closes; what leads on in it cannot', async () => {
    const at = await late(THREE);
    press(dialogOf(at.box), 'e');
    await shows(at, 'b');
    at.answer(true);
    await waitUntil(() => textOf(at.box, 'dialog .toast-text') === 'Archived 1 iteration', 'says it');
    press(dialogOf(at.box), 'Escape');
    await isClosed(at);
    await waitUntil(
      () => said(at) === 'Archived 1 iteration' && textOf(at.box, 'dialog .toast-text') === '',
      'beside it',
    );
    find(at.box, '.messages .toast-actions > :last-child')?.click();
    await waitUntil(() => said(at) === '', 'is dismissed');
    at.store.navigate({ iterationId: 'c' });
    await shows(at, 'c');
    await waitUntil(() => textOf(at.box, '.place') !== '');
    press(dialogOf(at.box), 'ArrowRight');
    await waitUntil(() => textOf(at.box, 'dialog .toast-text') === 'End of the session', 'a hint');
    press(dialogOf(at.box), 'Escape');
    await isClosed(at);
    await waitUntil(() => textOf(at.box, 'dialog .toast-text') === '', 'goes');
    await at.box.updateComplete;
    expect(said(at)).to.equal('');
  });

  it('nothing where its host wants to say such things itself', async () => {
    const at = await late();
    at.box.setAttribute('no-messages', '');
    press(dialogOf(at.box), 'e');
    await isClosed(at);
    const told = new Promise((resolve) => at.box.addEventListener('iterations-archived', resolve, { once: true }));
    at.answer(false);
    await told;
    await waitUntil(() => find(at.box, '.messages'), 'its place');
    await at.box.updateComplete;
    expect(said(at)).to.equal('');
  });
});

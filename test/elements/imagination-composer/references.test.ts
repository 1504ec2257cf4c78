import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import {
  drawn,
  backend,
  drop,
  KEY,
  note,
  openComposer,
  part,
  paste,
  png,
  prompt,
  references,
  settledReferences,
  submit,
  transferOf,
  type,
  type ComposerPage,
} from './composer-page.js';
import { draftOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';

const reasons = ({ composer }: ComposerPage): string[] =>
  references(composer).map((one) => one.querySelector('.reason')?.textContent ?? 'taken');

describe('imagination-composer: references', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('takes dropped files and sends them with the brief', async () => {
    const page = await openComposer();
    const over = new DragEvent('dragover', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(over, 'dataTransfer', { value: transferOf([png()]) });
    prompt(page.composer).dispatchEvent(over);
    await drawn(page.composer);
    expect(part(page.composer, '.composer.over') !== null).to.equal(true);
    const event = drop(prompt(page.composer), transferOf([png('one.png'), png('two.png')]));
    await settledReferences(page.composer, 2);
    expect([event.defaultPrevented, part(page.composer, '.composer.over')]).to.deep.equal([true, null]);
    await type(page.composer, 'In this light');
    submit(page.composer);
    await waitUntil(() => page.requests.length === 1);
    const session = page.requests[0]?.session;
    const names = session && 'create' in session ? session.create.references?.map(({ name }) => name) : [];
    expect(names).to.deep.equal(['one.png', 'two.png']);
  });

  it('takes pasted pictures and leaves pasted text to the browser', async () => {
    const page = await openComposer();
    const text = paste(prompt(page.composer), transferOf([], 'words'));
    const office = paste(prompt(page.composer), transferOf([png()], 'words with a picture of them'));
    expect([text.defaultPrevented, office.defaultPrevented, references(page.composer).length]).to.deep.equal([
      false,
      false,
      0,
    ]);
    const picture = paste(prompt(page.composer), transferOf([png()]));
    await settledReferences(page.composer, 1);
    expect(picture.defaultPrevented).to.equal(true);
  });

  it('leaves alone what is dropped elsewhere, and dropped text', async () => {
    const page = await openComposer();
    const elsewhere = drop(document.body, transferOf([png()]));
    const text = drop(prompt(page.composer), transferOf([], 'https://elsewhere.example/a.png'));
    await drawn(page.composer);
    expect([elsewhere.defaultPrevented, text.defaultPrevented]).to.deep.equal([false, false]);
    expect(draftOf(page.store).value.references.length).to.equal(0);
  });

  it('goes by the bytes, and says for each file why it was not taken', async () => {
    const { adapter } = backend({ limits: { uploadBytes: 300 } });
    const page = await openComposer({ adapter, requests: [] });
    const unreadable = png('gone.png');
    Object.defineProperty(unreadable, 'slice', {
      value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
    });
    const files = [
      png('photo.jpg', 'image/jpeg'),
      new File(['<svg onload="alert(1)"/>'], 'notes.png', { type: 'image/png' }),
      new File([], 'nothing.png', { type: 'image/png' }),
      new File([new Uint8Array(301)], 'long.png', { type: 'image/png' }),
      unreadable,
    ];
    drop(prompt(page.composer), transferLike(files));
    await settledReferences(page.composer, 5);
    expect(reasons(page)).to.deep.equal([
      'taken',
      'notes.png is not a type of file that can be used here. It was not added.',
      'nothing.png is empty. It was not added.',
      'long.png is 301 byte; files up to 300 byte can be used. It was not added.',
      'gone.png could not be read. It was not added.',
    ]);
    expect(draftOf(page.store).value.references[0]?.file?.source.mime).to.equal('image/png');
  });

  it('refuses folders by name', async () => {
    const page = await openComposer();
    const folder = { kind: 'file', getAsFile: () => new File([], 'Holiday'), webkitGetAsEntry: () => holiday };
    const holiday = { isDirectory: true, name: 'Holiday' };
    drop(prompt(page.composer), { types: ['Files'], items: [folder], files: [] });
    await drawn(page.composer);
    expect(note(page.composer)).to.include('Holiday').and.to.include('not added');
    expect(draftOf(page.store).value.references.length).to.equal(0);
  });

  it('takes no more than twenty', async () => {
    const page = await openComposer();
    drop(prompt(page.composer), transferOf(Array.from({ length: 22 }, (_, index) => png(`${index}.png`))));
    await settledReferences(page.composer, 20);
    expect(note(page.composer)).to.include('Only 20 references');
  });

  it('says why a file could not be stored', async () => {
    const { adapter } = backend({ upload: () => Promise.reject(new AdapterError('quota')) });
    const page = await openComposer({ adapter, requests: [] });
    drop(prompt(page.composer), transferOf([png()]));
    await settledReferences(page.composer, 1);
    expect(reasons(page)[0]).to.include('no space');
  });

  it('shows progress, ends the upload of a reference that is removed, and hands the focus on', async () => {
    const signals: AbortSignal[] = [];
    const { adapter } = backend({
      upload: (_file, task, { signal }) => {
        signals.push(signal);
        task.onProgress?.(1, 4);
        return new Promise(() => undefined);
      },
    });
    const page = await openComposer({ adapter, requests: [] });
    drop(prompt(page.composer), transferOf([png('one.png'), png('two.png')]));
    await waitUntil(() => part(page.composer, '[role=progressbar][aria-valuenow="25"]') !== null);
    part(page.composer, '.remove')?.click();
    await waitUntil(() => signals[0]?.aborted === true);
    await drawn(page.composer);
    expect([signals[1]?.aborted, references(page.composer).length]).to.deep.equal([false, 1]);
    await waitUntil(() => page.composer.shadowRoot?.activeElement?.className === 'remove');
    part(page.composer, '.remove')?.click();
    await waitUntil(() => page.composer.shadowRoot?.activeElement?.classList.contains('add') === true);
  });

  it('waits for what is on its way before it sends', async () => {
    const made = backend();
    let go = (): void => undefined;
    const slow = new Promise<void>((resolve) => (go = resolve));
    const adapter = {
      ...made.adapter,
      upload: async (...args: Parameters<NonNullable<typeof made.adapter.upload>>) => {
        await slow;
        if (!made.adapter.upload) throw new Error('no upload');
        return made.adapter.upload(...args);
      },
    };
    const page = await openComposer({ adapter, requests: made.requests });
    await type(page.composer, 'In this light');
    drop(prompt(page.composer), transferOf([png()]));
    submit(page.composer);
    submit(page.composer);
    await drawn(page.composer);
    expect(part(page.composer, '.submit')?.getAttribute('aria-busy')).to.equal('true');
    expect([made.requests.length, prompt(page.composer).value]).to.deep.equal([0, 'In this light']);
    go();
    await waitUntil(() => made.requests.length > 0);
    await drawn(page.composer);
    const session = made.requests[0]?.session;
    expect(session && 'create' in session ? session.create.references?.length : 0).to.equal(1);
    expect(made.requests.length).to.equal(1);
  });

  it('is not there where the backend stores no files', async () => {
    const { adapter } = backend();
    const without = { ...adapter };
    Reflect.deleteProperty(without, 'upload');
    const page = await openComposer({ adapter: without, requests: [] });
    const event = drop(prompt(page.composer), transferOf([png()]));
    expect([part(page.composer, '.add'), event.defaultPrevented]).to.deep.equal([null, false]);
  });
});

/** Engines copy files that go into a real transfer; these must stay the very same. */
function transferLike(files: readonly File[]): unknown {
  const items = files.map((file) => ({ kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => null }));
  return { types: ['Files'], items, files };
}

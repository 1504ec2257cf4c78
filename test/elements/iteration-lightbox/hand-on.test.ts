import { expect } from '@open-wc/testing';
import { backend, click, FILES, find, image, open, row, textOf, video, type Opened } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

/** What a page's own `ClipboardItem` was given. */
class Item {
  readonly data: Record<string, Promise<Blob>>;
  constructor(data: Record<string, Promise<Blob>>) {
    this.data = data;
  }
}

describe('iteration-lightbox: handing on', () => {
  const undo: (() => void)[] = [];
  afterEach(() => undo.splice(0).forEach((one) => one()));

  const put = (target: object, name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
    undo.push(() => (before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name)));
  };

  const clipboard = (write: (items: readonly Item[]) => Promise<void>): void => {
    put(window, 'ClipboardItem', Item);
    put(navigator, 'clipboard', { write });
  };

  const sharing = (share: (data: ShareData) => Promise<void>, files = true): void => {
    put(navigator, 'share', share);
    put(navigator, 'canShare', ({ files: given }: ShareData) => (given ? files : true));
  };

  const said = ({ box }: Opened, text: string): Promise<void> =>
    waitUntil(() => textOf(box, '.toasts').includes(text), `says ${text}, not ${textOf(box, '.toasts')}`);

  it('puts the picture into the clipboard, unless the host objects', async () => {
    const written: Blob[] = [];
    clipboard(async ([item]) => void written.push((await item?.data['image/png']) ?? new Blob()));
    const at = await open(backend([row('a', 1)]), 'a');
    const heard: string[] = [];
    let objects = true;
    at.box.addEventListener('iteration-copy', (event) => {
      heard.push(event.detail.part);
      if (objects) event.preventDefault();
    });
    at.box.addEventListener('iteration-copied', () => heard.push('copied'));
    click(at.box, '[data-action=copyMedia]');
    objects = false;
    click(at.box, '[data-action=copyMedia]');
    await said(at, 'Picture copied');
    expect(heard).to.deep.equal(['media', 'media', 'copied']);
    expect(written.map(({ size, type }) => [size, type])).to.deep.equal([[FILES['p:image']?.size, 'image/png']]);
  });

  it('says whether the browser refused, or the file could not be read', async () => {
    clipboard(async ([item]) => {
      await item?.data['image/png'];
      throw new DOMException('no', 'NotAllowedError');
    });
    const refused = await open(backend([row('a', 1)]), 'a');
    click(refused.box, '[data-action=copyMedia]');
    await said(refused, 'did not allow');
    const gone = await open(backend([row('a', 1, { media: image('p:gone') })]), 'a');
    click(gone.box, '[data-action=copyMedia]');
    await said(gone, 'could not be read');
  });

  it('offers neither for what cannot be handed on', async () => {
    clipboard(() => Promise.resolve());
    put(navigator, 'share', undefined);
    const film = await open(backend([row('a', 1, { kind: 'video', media: video })]), 'a');
    expect([find(film.box, '[data-action=copyMedia]'), find(film.box, '[data-action=share]')]).to.deep.equal([
      undefined,
      undefined,
    ]);
    const kept = await open(backend([row('a', 1, { can: { download: false } })]), 'a');
    expect(find(kept.box, '[data-action=copyMedia]')).to.equal(undefined);
  });

  it('shares the file where the device takes files, else the address', async () => {
    const shared: ShareData[] = [];
    sharing((data) => Promise.resolve(void shared.push(data)));
    const at = await open(backend([row('a', 1, { prompt: 'A sea' })]), 'a');
    let done = 0;
    at.box.addEventListener('iteration-shared', () => done++);
    click(at.box, '[data-action=share]');
    await waitUntil(() => done === 1);
    expect(shared[0]?.files?.map(({ name, type, size }) => [name, type, size])).to.deep.equal([
      ['A sea.png', 'image/png', FILES['p:image']?.size],
    ]);
    sharing((data) => Promise.resolve(void shared.push(data)), false);
    at.box.linkFor = ({ id }) => `https://host.example/${id}`;
    await at.box.updateComplete;
    click(at.box, '[data-action=share]');
    await waitUntil(() => done === 2);
    expect(shared[1]?.url).to.equal('https://host.example/a');
    at.box.addEventListener('iteration-share', (event) => event.preventDefault(), { once: true });
    click(at.box, '[data-action=share]');
    click(at.box, '[data-action=share]');
    await waitUntil(() => done > 2);
    expect([shared.length, done]).to.deep.equal([3, 3]);
  });

  it('asks the clipboard at once, as long as the press counts', async () => {
    let asked = 0;
    clipboard(() => {
      asked++;
      return Promise.resolve();
    });
    const at = await open(backend([row('a', 1)]), 'a');
    click(at.box, '[data-action=copyMedia]');
    expect(asked).to.equal(1);
  });

  it('says nothing when the person closes the sheet', async () => {
    const asked: string[] = [];
    sharing(() => {
      asked.push('share');
      return Promise.reject(new DOMException('no', 'AbortError'));
    });
    const at = await open(backend([row('a', 1)]), 'a');
    click(at.box, '[data-action=share]');
    await waitUntil(() => asked.length === 1);
    // Whatever was to be said has been by the end of the task after it.
    await new Promise((resolve) => setTimeout(resolve));
    await at.box.updateComplete;
    expect(textOf(at.box, '.toasts')).to.equal('');
  });

  it('keeps what was read for another press where the browser wants one, and says why when it refuses', async () => {
    const reads: unknown[] = [];
    const answers = ['NotAllowedError', 'NotAllowedError', 'NotAllowedError', ''];
    sharing(({ files }) => {
      reads.push(files?.[0]?.name);
      const name = answers.shift();
      return name ? Promise.reject(new DOMException('no', name)) : Promise.resolve();
    });
    const at = await open(backend([row('a', 1)]), 'a');
    let done = 0;
    at.box.addEventListener('iteration-shared', () => done++);
    const again = async (asked: number): Promise<void> => {
      await said(at, 'one more press');
      click(at.box, '.toast-action');
      expect(reads.length).to.equal(asked);
    };
    click(at.box, '[data-action=share]');
    await again(2);
    await said(at, 'did not allow sharing');
    click(at.box, '[data-action=share]');
    await again(4);
    await waitUntil(() => done === 1);
    expect(reads).to.deep.equal(Array.from(reads, () => 'Prompt of a.png'));
  });
});

import { expect } from '@open-wc/testing';
import { fakeGenerator } from '../../../src/testing/fake-generator.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { backend, click, dialogOf, FILES, find, image, open, press, row, textOf, THREE } from './lightbox.js';
import { draftOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';

const bytesOf = async (blob: Blob): Promise<string> => [...new Uint8Array(await blob.arrayBuffer())].join();

/** Replaces a method for one test. */
function stub<T extends object, K extends keyof T>(target: T, name: K, value: T[K]): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => (before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name));
}

/** Any `generate` at all, so that its actions are offered. */
const { generate } = createMemoryAdapter({ generator: fakeGenerator() }) as ImaginationsAdapter;
const making: Partial<ImaginationsAdapter> = generate ? { generate } : {};

describe('iteration-lightbox: actions', () => {
  const undo: (() => void)[] = [];
  afterEach(() => undo.splice(0).forEach((one) => one()));

  const clipboard = (writeText: (text: string) => Promise<void>): void =>
    void undo.push(stub(navigator, 'clipboard', { writeText } as Clipboard));

  it('offers what the backend can do, and nothing else', async () => {
    const idsOf = (box: Parameters<typeof find>[0]): string[] =>
      [...(box.shadowRoot?.querySelectorAll<HTMLElement>('[data-action]') ?? [])]
        .map((one) => one.dataset['action'] ?? '')
        // These are as the browser is.
        .filter((id) => id !== 'copyMedia' && id !== 'share');
    const readOnly = backend(THREE);
    Reflect.deleteProperty(readOnly, 'archive');
    expect(idsOf((await open(readOnly, 'a')).box)).to.deep.equal(['download', 'compare', 'copyPrompt']);
    const able = await open(backend([...THREE, row('f', 1, { status: 'failed' })], making), 'a');
    expect(idsOf(able.box)).to.deep.equal(['regenerate', 'remix', 'download', 'archive', 'compare', 'copyPrompt']);
    const limited = await open(
      backend([row('a', 1, { can: { archive: false, remix: false, download: false } })], making),
      'a',
    );
    expect(idsOf(limited.box)).to.deep.equal(['regenerate', 'copyPrompt']);
  });

  it('saves the file byte for byte, under a safe name, without reading it', async () => {
    const blobs: Promise<Blob>[] = [];
    const names: string[] = [];
    const { box } = await open(backend([row('a', 1, { prompt: '../con: a <b>\u202egnp.exe' })]), 'a');
    await waitUntil(() => find(box, '.full[data-state]:not([data-state=loading])'));
    undo.push(
      stub(HTMLAnchorElement.prototype, 'click', function click(this: HTMLAnchorElement) {
        names.push(this.download);
        blobs.push(fetch(this.href).then((response) => response.blob()));
      }),
    );
    press(dialogOf(box), 'd');
    await waitUntil(() => names.length === 1);
    expect(await bytesOf(await blobs[0]!)).to.equal(await bytesOf(FILES['p:image']!));
    expect(names[0]).to.match(/^[^/\\:<>\u202e]+\.png$/);
    await waitUntil(() => textOf(box, '.toasts').includes('Download started'));
  });

  it('says when a file cannot be had', async () => {
    const { box } = await open(backend([row('a', 1, { media: image('p:gone') })]), 'a');
    press(dialogOf(box), 'd');
    await waitUntil(() => textOf(box, '.toasts').includes('no longer here'));
  });

  it('copies the prompt, and a value of the details, as they are', async () => {
    const copied: string[] = [];
    clipboard((text) => Promise.resolve(void copied.push(text)));
    const prompt = 'Long '.repeat(500);
    const { box } = await open(backend([row('a', 1, { prompt, seed: '184467440737095516' })]), 'a');
    press(dialogOf(box), 'c');
    await waitUntil(() => textOf(box, '.toasts').includes('Prompt copied'));
    if (!find(box, '.panel')) press(dialogOf(box), 'i');
    const fields = (): HTMLElement[] => [...(box.shadowRoot?.querySelectorAll<HTMLElement>('.field') ?? [])];
    await waitUntil(() => fields().length > 0, 'the details');
    fields()
      .find((one) => one.textContent.includes('Seed'))
      ?.click();
    await waitUntil(() => copied.length === 2);
    expect(copied).to.deep.equal([prompt, '184467440737095516']);
  });

  it('says when the browser does not allow copying', async () => {
    clipboard(() => Promise.reject(new Error('no')));
    const { box } = await open(backend(THREE), 'a');
    press(dialogOf(box), 'c');
    await waitUntil(() => textOf(box, '.toasts').includes('did not allow'));
  });

  it('copies an address only where it means something elsewhere', async () => {
    const copied: string[] = [];
    clipboard((text) => Promise.resolve(void copied.push(text)));
    const { box } = await open(backend(THREE), 'a');
    expect(find(box, '[data-action=copyUrl]')).to.equal(undefined);
    box.linkFor = ({ id }) => `https://host.example/i/${id}`;
    await box.updateComplete;
    click(box, '[data-action=copyUrl]');
    await waitUntil(() => copied.length === 1);
    box.linkFor = () => 'javascript:alert(1)';
    await box.updateComplete;
    expect([copied, find(box, '[data-action=copyUrl]')]).to.deep.equal([['https://host.example/i/a'], undefined]);
    box.linkFor = () => {
      throw new Error('of the host');
    };
    await box.updateComplete;
    expect(find(box, '[data-action=copyUrl]')).to.equal(undefined);
  });

  it('closes for a remix before anybody else hears of it, unless the host objects', async () => {
    const opened = await open(backend(THREE, making), 'b');
    let wasOpen: boolean | undefined;
    let objects = true;
    opened.box.addEventListener('iteration-remix', (event) => objects && event.preventDefault());
    const listen = (): void => void (wasOpen = dialogOf(opened.box).open);
    document.addEventListener('iteration-remixed', listen, { once: true });
    press(dialogOf(opened.box), 'm');
    expect([dialogOf(opened.box).open, wasOpen]).to.deep.equal([true, undefined]);
    objects = false;
    press(dialogOf(opened.box), 'm');
    expect([dialogOf(opened.box).open, wasOpen, draftOf(opened.store).value.remixOf]).to.deep.equal([
      false,
      false,
      'b',
    ]);
  });
});

import { fixture, html } from '@open-wc/testing';
import { createMemoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory/index.js';
import '../../../src/define.js';
import type { ImaginationsApp } from '../../../src/elements/imaginations-app/imaginations-app-element.js';
import type { ImaginationsStore, Navigation } from '../../../src/store/index.js';
import { fakeGenerator, seedLibrary } from '../../../src/testing/index.js';
import { waitUntil } from '../../support/wait.js';

/** An app on a small library in memory, as tests work it. */
export class AppPage {
  readonly adapter: MemoryAdapter;
  readonly app: ImaginationsApp;

  private constructor(adapter: MemoryAdapter, app: ImaginationsApp) {
    this.adapter = adapter;
    this.app = app;
  }

  static async open(navigation: Partial<Navigation> = {}, count = 12): Promise<AppPage> {
    const adapter = createMemoryAdapter({ ...seedLibrary(count, { finished: true }), generator: fakeGenerator() });
    const box = await fixture(html`<div></div>`);
    // What a strict page allows: no style attribute.
    Object.assign((box as HTMLElement).style, { inlineSize: '900px', blockSize: '600px' });
    const app = document.createElement('imaginations-app');
    app.navigation = navigation;
    app.adapter = adapter;
    box.append(app);
    await app.updateComplete;
    return new AppPage(adapter, app);
  }

  get root(): ShadowRoot {
    return this.app.shadowRoot!;
  }

  get store(): ImaginationsStore {
    return this.app.activeStore!;
  }

  /** A part of the app by tag name. */
  part(tag: string): HTMLElement | null {
    return this.root.querySelector(tag);
  }

  /** A button of the app's own toolbar by its name. */
  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (one) => one.getAttribute('aria-label') === name || one.textContent.trim() === name,
    );
    if (!found) throw new Error(`No button “${name}”`);
    return found;
  }

  get toast(): string {
    return this.root.querySelector('.toast-text')?.textContent ?? '';
  }

  /** Waits until a list shows something. */
  async shown(
    tag: 'imagination-sessions' | 'iteration-grid' | 'iteration-lightbox',
    selector: string,
  ): Promise<HTMLElement> {
    const find = (): HTMLElement | null | undefined => this.part(tag)?.shadowRoot?.querySelector<HTMLElement>(selector);
    await waitUntil(() => Boolean(find()), `${tag} shows no ${selector}`);
    return find()!;
  }
}

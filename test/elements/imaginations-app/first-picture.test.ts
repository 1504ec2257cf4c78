import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { provideElement } from '../../../src/internal/lazy-elements.js';
import type { ImaginationsApp } from '../../../src/elements/imaginations-app/imaginations-app-element.js';
import { iteration, session } from '../../support/rows.js';
import { waitUntil } from '../../support/wait.js';

const PICTURE = new URL('../../support/media/reference.png?first-picture', import.meta.url).href;

/** How often the picture was asked for. */
const asked = (): number => performance.getEntriesByName(PICTURE, 'resource').length;

describe('imaginations-app: the first picture', () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });

  before(async () => {
    performance.setResourceTimingBufferSize(5000);
    // The first that says how to get it is asked.
    provideElement('iteration-lightbox', async () => {
      await held;
      await import('../../../src/define/iteration-lightbox.js');
    });
    await import('../../../src/define.js');
  });

  it('is on its way before the code of the viewer, which takes it as it is', async () => {
    const media = { url: PICTURE, mime: 'image/png', width: 160, height: 120 };
    const rows = { sessions: [session('s')], iterations: [iteration('i', { sessionId: 's', media })] };
    const app = await fixture<ImaginationsApp>(html`<imaginations-app></imaginations-app>`);
    app.navigation = { iterationId: 'i' };
    app.adapter = createMemoryAdapter(rows);
    await waitUntil(() => asked() === 1, 'the picture is asked for');
    expect(customElements.get('iteration-lightbox')).to.equal(undefined);

    release();
    const viewer = app.shadowRoot?.querySelector('iteration-lightbox');
    const full = (): HTMLImageElement | null | undefined => viewer?.shadowRoot?.querySelector('img.full');
    const shows = (): boolean => full()?.dataset['state'] === 'ready' || full()?.dataset['decoded'] === '';
    await waitUntil(shows, 'the viewer shows it');
    expect(full()?.src).to.equal(PICTURE);
    expect(asked()).to.equal(1);
  });
});

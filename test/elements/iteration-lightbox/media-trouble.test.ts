import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import type { MediaSource } from '../../../src/model/index.js';
import {
  backend,
  click,
  dialogOf,
  find,
  image,
  open,
  pictureWidth,
  press,
  row,
  shows,
  textOf,
  THREE,
  video,
} from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const troubled = (box: Parameters<typeof find>[0]): Promise<void> => waitUntil(() => find(box, '.state'), 'says so');

describe('iteration-lightbox: media in trouble', () => {
  it('heals an address once, and shows what came', async () => {
    const asked: string[] = [];
    const adapter = backend([row('a', 30, { media: image('p:expired') })], {
      refreshMedia: (ids) => {
        asked.push(...ids);
        return Promise.resolve([image('p:image')]);
      },
    });
    const { box } = await open(adapter, 'a');
    await waitUntil(() => pictureWidth(box) === 30, 'the picture shows');
    expect(asked).to.deep.equal(['a']);
    expect(textOf(box, '#said')).to.contain('1 of 1');
  });

  for (const [name, first] of [
    ['none could be had', () => Promise.reject(new AdapterError('not-found'))],
    ['there was none', () => Promise.resolve([null])],
  ] as const) {
    it(`asks for a fresh address when somebody tries again, also where ${name} just now`, async () => {
      let asked = 0;
      const refreshMedia = (): Promise<(MediaSource | null)[]> =>
        (asked += 1) === 1 ? first() : Promise.resolve([image('p:image')]);
      const { box } = await open(backend([row('a', 30, { media: image('p:expired') })], { refreshMedia }), 'a');
      await troubled(box);
      await waitUntil(() => asked === 1, 'was asked');
      click(box, '.state-actions .btn');
      await waitUntil(() => pictureWidth(box) === 30, 'the picture shows');
      expect(asked).to.equal(2);
    });
  }

  it('says what cannot be shown, keeps trying possible, and asks for a fresh address once each time', async () => {
    const { box, adapter } = await open(backend([row('a', 30, { media: image('p:gone') })]), 'a');
    await troubled(box);
    expect(textOf(box, '.state-title')).to.equal('The picture could not be shown');
    expect(textOf(box, '.state'), 'not that the service is at fault').not.to.contain('service');
    await waitUntil(() => adapter.healed.length === 1, 'asks');
    click(box, '.state-actions .btn');
    await waitUntil(() => adapter.asked.length === 2, 'tries again');
    await troubled(box);
    await waitUntil(() => adapter.healed.length === 2, 'asks once more');
  });

  it('reads out trouble that lasts, and what is tried in vain once more', async () => {
    const { box } = await open(backend([row('a', 30, { media: image('p:gone') }), row('b', 20)]), 'a');
    const said = (): string => textOf(box, '#said');
    const trouble = 'The picture could not be shown';
    await waitUntil(() => said().startsWith(trouble), 'is read out');
    click(box, '.state-actions .btn');
    await waitUntil(() => said() === '', 'is tried again');
    await waitUntil(() => said().startsWith(trouble), 'is read out again');
    press(dialogOf(box), 'ArrowRight');
    await waitUntil(() => said().includes('2 of 2'), 'another is shown');
  });

  it('says that a film cannot be played, and offers the file', async () => {
    const strange: MediaSource = { ...video, url: 'p:garbage', mime: 'video/x-nothing-plays-this' };
    const { box } = await open(backend([row('a', 30, { kind: 'video', media: strange })]), 'a');
    await troubled(box);
    expect(textOf(box, '.state-text')).to.contain('cannot play this file');
    expect(textOf(box, '.state-actions')).to.contain('Download');
  });

  for (const kind of ['image', 'video', 'audio'] as const) {
    it(`never gives ${kind} an address that is not allowed`, async () => {
      const url = 'java\nscript:document.title="hit"//';
      const media: MediaSource = { ...video, url, downloadUrl: url, poster: { url }, thumbnails: [{ url }] };
      const { box } = await open(backend([row('a', 30, { kind, media })]), 'a');
      await troubled(box);
      const addresses = [...(box.shadowRoot?.querySelectorAll('[src],[href],[poster]') ?? [])];
      expect([addresses.length, document.title === 'hit']).to.deep.equal([0, false]);
      expect([find(box, '[data-action=download]'), find(box, '[data-action=copyUrl]')]).to.deep.equal([
        undefined,
        undefined,
      ]);
    });
  }

  it('closes every address it opened', async () => {
    const opened = await open(backend(THREE), 'a');
    press(dialogOf(opened.box), 'ArrowRight');
    await shows(opened, 'b');
    await waitUntil(() => pictureWidth(opened.box) === 20);
    press(dialogOf(opened.box), 'Escape');
    const { adapter } = opened;
    await waitUntil(() => adapter.closed.length === adapter.opened.length, 'all are closed', { timeout: 4000 });
    expect(adapter.opened.length).to.be.greaterThan(1);
  });

  it('shows a card for a medium it does not know', async () => {
    const media: MediaSource = { url: 'p:image', mime: 'model/gltf-binary', bytes: 2048 };
    const { box } = await open(backend([row('a', 30, { kind: 'model' as 'image', media })]), 'a');
    expect(textOf(box, '.state')).to.contain('model/gltf-binary').and.contain('Download');
  });

  it('shows how far a run is, why one failed, and that one was canceled', async () => {
    const rows = [
      row('run', 30, { status: 'running', generationId: 'g', progress: { value: 0.25, message: 'Mixing' } }),
      row('fail', 20, { status: 'failed', error: { code: 'moderated', message: 'x' } }),
      row('odd', 15, { status: 'failed', error: { code: 'who-knows' as 'internal', message: 'x' } }),
      row('stop', 10, { status: 'canceled' }),
      row('new', 5, { status: 'dreaming' as 'running' }),
    ];
    const opened = await open(backend(rows), 'run');
    const { box } = opened;
    expect(textOf(box, '.run')).to.contain('25% done').and.contain('Mixing');
    expect(find(box, '[role=progressbar]')?.getAttribute('aria-valuenow')).to.equal('25');
    for (const [id, text] of [
      ['fail', 'rules'],
      ['odd', 'unexpected'],
      ['stop', 'Canceled'],
      ['new', 'Starting'],
    ] as const) {
      opened.store.navigate({ iterationId: id });
      await shows(opened, id);
      await waitUntil(() => textOf(box, '.frame').includes(text), `${id}: ${textOf(box, '.frame')}`);
    }
  });
});

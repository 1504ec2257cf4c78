import { expect } from '@open-wc/testing';
import type { GenerateRequest, ImaginationsAdapter, Verb } from '../../../src/data/index.js';
import { omit } from '../../../src/internal/omit.js';
import { draftOf } from '../../../src/store/index.js';
import { backend, click, dialogOf, find, image, open, press, row, textOf, THREE, video } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const HOSTILE = '<img src=x onerror="globalThis.broken = 1">\u202e';

/** A backend that names verbs, and what it was asked for. */
function offering(verbs: readonly Verb[]) {
  const asked: GenerateRequest[] = [];
  const making: Partial<ImaginationsAdapter> = {
    generate: {
      verbs,
      get: (ids) => Promise.resolve(ids.map(() => null)),
      start: (request) => {
        asked.push(request);
        return Promise.reject(new Error('not now'));
      },
    },
  };
  return { asked, making };
}

const ALL: readonly Verb[] = [
  { id: 'variation' },
  { id: 'edit', kinds: ['image'] },
  { id: 'extend', kinds: ['video', 'audio'] },
  { id: 'reference' },
  { id: 'restyle', label: HOSTILE, makes: 'video' },
];

type Box = Parameters<typeof find>[0];

const lines = (box: Box): HTMLElement[] => [
  ...(box.shadowRoot?.querySelectorAll<HTMLElement>('.menu:popover-open [role=menuitem]') ?? []),
];
const labels = (box: Box): string[] => lines(box).map((line) => line.textContent.trim());

async function choose(box: Box, label: string): Promise<void> {
  click(box, '[data-action=remix]');
  await waitUntil(() => labels(box).includes(label), `a menu with ${label}`);
  lines(box)
    .find((line) => line.textContent.trim() === label)
    ?.click();
}

describe('iteration-lightbox: the verbs of the adapter', () => {
  it('makes a menu of them, for the medium that is shown; the key opens it, and Escape gives the focus back', async () => {
    const { making } = offering(ALL);
    const { box, store } = await open(
      backend([...THREE, row('film', 9, { kind: 'video', media: video })], making),
      'a',
    );
    expect(find(box, '[data-action=remix]')?.getAttribute('aria-haspopup')).to.equal('menu');
    press(dialogOf(box), 'm');
    await waitUntil(() => labels(box).length > 0, 'the menu');
    expect(labels(box).slice(0, 3)).to.deep.equal(['Vary', 'Edit', 'Use as reference']);
    expect(labels(box)[3]).to.contain('<img src=x');
    expect(find(box, '.menu img')).to.equal(undefined);
    expect(lines(box)).to.include(box.shadowRoot?.activeElement);
    press(dialogOf(box).querySelector('.menu') ?? dialogOf(box), 'Escape');
    await waitUntil(() => lines(box).length === 0, 'closed');
    expect(box.shadowRoot?.activeElement === find(box, '[data-action=remix]')).to.equal(true);
    store.navigate({ iterationId: 'film' });
    await waitUntil(() => textOf(box, '.layout') !== '' && store.navigation.value.iterationId === 'film');
    await box.updateComplete;
    click(box, '[data-action=remix]');
    await waitUntil(() => labels(box).includes('Extend'), 'the verbs of a film');
    expect(labels(box)).not.to.include('Edit');
  });

  it('sends an edit to the composer with what is typed there kept, once the host does not object', async () => {
    const { making } = offering(ALL);
    const { box, store } = await open(backend(THREE, making), 'b');
    const heard: string[] = [];
    let objects = true;
    box.addEventListener('iteration-remix', (event) => {
      heard.push(event.detail.verb);
      if (objects) event.preventDefault();
    });
    draftOf(store).patch({ prompt: 'Half a thought' });
    await choose(box, 'Edit');
    expect([heard, draftOf(store).value.remixOf]).to.deep.equal([['edit'], null]);
    objects = false;
    await choose(box, 'Edit');
    await waitUntil(() => !dialogOf(box).open, 'closed for the composer');
    const expected = { remixOf: 'b', as: 'edit', sessionId: 's', kind: 'image', prompt: 'Half a thought' };
    expect(draftOf(store).value).to.deep.include(expected);
  });

  it('starts a variation at once, of what made the output, and says where that failed', async () => {
    const { asked, making } = offering(ALL);
    const { box, store } = await open(backend([omit(row('a', 1), 'prompt')], making), 'a');
    draftOf(store).patch({ prompt: 'Half a thought' });
    await choose(box, 'Vary');
    await waitUntil(() => asked.length === 1, 'a request');
    const expected = { session: { id: 's' }, origin: 'remix', from: 'a', as: 'variation', kind: 'image', count: 1 };
    expect(asked[0]).to.deep.equal(expected);
    await waitUntil(() => textOf(box, '.toasts') !== '', 'a word about the failure');
    expect([dialogOf(box).open, draftOf(store).value.prompt]).to.deep.equal([true, 'Half a thought']);
  });

  it('adds an output to the references, and leaves everything else that is being written', async () => {
    const { box, store } = await open(backend(THREE, offering(ALL).making), 'a');
    draftOf(store).patch({ prompt: 'A pier', kind: 'audio' });
    await choose(box, 'Use as reference');
    const { references, ...rest } = draftOf(store).value;
    expect(rest).to.deep.include({ prompt: 'A pier', kind: 'audio', remixOf: null, as: null });
    expect(references.map(({ file }) => [file?.role, file?.from])).to.deep.equal([['reference', { iterationId: 'a' }]]);
  });

  it('says where no more references have room, and offers none that has no medium', async () => {
    const rows = [...THREE, omit(row('bare', 9), 'media')];
    const { box, store } = await open(backend(rows, offering(ALL).making), 'a');
    const of = (id: string) => ({ id, name: id, kind: 'image', source: image('p:other') }) as const;
    for (let at = 0; at < 20; at++) draftOf(store).addReference(of(String(at)));
    const heard: string[] = [];
    box.addEventListener('iteration-remixed', ({ detail }) => heard.push(detail.verb));
    box.addEventListener('imaginations-failed', ({ detail }) => heard.push(`no ${detail.intent}`));
    await choose(box, 'Use as reference');
    expect([heard, dialogOf(box).open]).to.deep.equal([['no iteration-remix'], true]);
    await waitUntil(() => textOf(box, '.toast-text').includes('20 references'), 'what is full');
    expect(textOf(box, '.toast-text')).to.match(/Take one out first\.$/);
    expect(draftOf(store).value.references.length).to.equal(20);
    draftOf(store).detach('7');
    await choose(box, 'Use as reference');
    expect([heard.at(-1), draftOf(store).value.references.length]).to.deep.equal(['reference', 20]);
    await waitUntil(() => !dialogOf(box).open, 'closed for the composer');
    store.navigate({ iterationId: 'bare' });
    await waitUntil(() => dialogOf(box).open && find(box, '[data-action=remix]') !== undefined, 'the bare one');
    click(box, '[data-action=remix]');
    await waitUntil(() => labels(box).includes('Edit'), 'the menu');
    expect(labels(box)).not.to.include('Use as reference');
  });

  it('starts once per press of a key, however long that is held', async () => {
    const { asked, making } = offering([{ id: 'variation' }]);
    const { box } = await open(backend(THREE, making), 'a');
    for (const key of ['m', 'r']) {
      expect(press(dialogOf(box), key).defaultPrevented).to.equal(true);
      for (let held = 0; held < 3; held++) {
        expect(press(dialogOf(box), key, { repeat: true }).defaultPrevented, 'not left to the page').to.equal(true);
      }
    }
    await waitUntil(() => asked.length > 1, 'requests');
    expect(asked.map(({ origin }) => origin)).to.deep.equal(['remix', 'regenerate']);
  });

  it('is one button where there is one verb, none where there is none for the medium', async () => {
    const one = await open(backend(THREE, offering([{ id: 'edit', makes: 'video' }]).making), 'a');
    const button = find(one.box, '[data-action=remix]');
    expect([button?.getAttribute('aria-label'), button?.hasAttribute('aria-haspopup')]).to.deep.equal(['Edit', false]);
    button?.click();
    expect(draftOf(one.store).value).to.deep.include({ as: 'edit', kind: 'image' });
    const none = await open(backend(THREE, offering([{ id: 'extend', kinds: ['audio'] }]).making), 'a');
    expect(find(none.box, '[data-action=remix]')).to.equal(undefined);
  });

  it('takes verbs that make no sense for what they are', async () => {
    const odd = [null, 7, { id: 'edit', kinds: 'image' }, { id: 'melt' }, { id: 'extend' }, { id: 'extend' }];
    const { box } = await open(backend(THREE, offering(odd as unknown as Verb[]).making), 'a');
    expect(find(box, '[data-action=remix]')?.getAttribute('aria-label')).to.equal('Extend');
    const none = await open(backend(THREE, offering({ length: 2 } as unknown as Verb[]).making), 'a');
    expect(find(none.box, '[data-action=remix]')?.getAttribute('aria-label')).to.equal('Remix');
  });

  it('says in the details what an output was made from', async () => {
    const parents = [
      { role: 'edit', iterationId: 'a' },
      { role: 'reference', iterationId: 'b' },
      { role: 'restyle', iterationId: 'c' },
      { role: 'made-up', iterationId: 'b' },
    ];
    const rows = [...THREE, row('child', 9, { parents })];
    const { box } = await open(backend(rows, offering([{ id: 'restyle', label: 'Restyle' }]).making), 'child');
    if (!find(box, '.panel')) press(dialogOf(box), 'i');
    const said = (): string[] =>
      [...(box.shadowRoot?.querySelectorAll('.parent-text') ?? [])].map((one) => one.textContent.trim());
    await waitUntil(() => said().length === 4, 'what it was made from');
    expect(said()).to.deep.equal([
      'Edit of “Prompt of a”',
      'Reference: “Prompt of b”',
      'Restyle: “Prompt of c”',
      'Prompt of b',
    ]);
  });
});

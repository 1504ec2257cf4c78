import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../support/english.js';
import { AdapterError } from '../../../src/data/index.js';
import { downloadAndTell } from '../../../src/elements/download/download-messages.js';
import { de } from '../../../src/i18n/de.js';
import { Localizer } from '../../../src/i18n/index.js';
import type { Iteration } from '../../../src/model/index.js';
import type { ImaginationsStore, Target } from '../../../src/store/index.js';
import { running } from '../../support/rows.js';
import { waitUntil } from '../../support/wait.js';
import { catchSaved, kept, lost, sidecarOf, storeOf } from './download-stage.js';

customElements.define('download-source', class extends LitElement {});

const said = (source: LitElement): string => source.shadowRoot?.querySelector('.toast-text')?.textContent.trim() ?? '';

const retry = (source: LitElement): HTMLElement | null =>
  source.shadowRoot?.querySelector<HTMLElement>('.toast-action') ?? null;

async function tell(store: ImaginationsStore, target: Target, localizer = new Localizer()): Promise<LitElement> {
  const source = await fixture<LitElement>(html`<download-source></download-source>`);
  await downloadAndTell({ source, store, localizer }, target);
  return source;
}

describe('what is said of a download', () => {
  let caught: ReturnType<typeof catchSaved>;
  beforeEach(() => (caught = catchSaved()));
  afterEach(() => caught.restore());

  it('tries all of it again where nothing was saved', async () => {
    let isDown = true;
    const rows = [lost('a'), lost('b')];
    const { store, refused } = storeOf([...rows, kept('c')], {
      openMedia: () =>
        isDown
          ? Promise.reject(new AdapterError('not-found'))
          : Promise.resolve({ url: kept('a').media?.url ?? '', close: () => undefined }),
    });
    refused.add('c');
    const source = await tell(store, ['a', 'b', 'c']);
    expect(caught.saved.length).to.equal(0);
    expect(retry(source)?.textContent.trim()).to.equal('Try again');
    isDown = false;
    refused.clear();
    retry(source)?.click();
    await waitUntil(() => said(source) === '3 files downloaded', 'all of it');
    const sidecar = await sidecarOf(caught.saved[0]);
    expect(sidecar.files.map((file) => file.iteration)).to.deep.equal(['a', 'b', 'c']);
  });

  it('tries a query again that could not be read', async () => {
    let isDown = true;
    const { store } = storeOf([], {
      listIterations: () =>
        isDown
          ? Promise.reject(new AdapterError('forbidden'))
          : Promise.resolve({ items: [kept('a'), kept('b')], nextCursor: null }),
    });
    const source = await tell(store, { query: {} });
    expect(caught.saved.length).to.equal(0);
    isDown = false;
    retry(source)?.click();
    await waitUntil(() => said(source) === '2 files downloaded', 'all of it');
  });

  const rest = [running('x', 'g'), running('y', 'g')];
  const cases: readonly (readonly [rows: readonly Iteration[], english: string, german: string])[] = [
    [
      [kept('a'), kept('b'), ...rest.slice(1)],
      '2 files downloaded. 1 has no file yet',
      '2 Dateien heruntergeladen. 1 hat noch keine Datei',
    ],
    [
      [kept('a'), lost('b'), ...rest],
      '1 of 2 could not be downloaded. 2 have no file yet',
      '1 von 2 konnte nicht heruntergeladen werden. 2 haben noch keine Datei',
    ],
    [rest, '2 have no file yet', '2 haben noch keine Datei'],
    [rest.slice(1), '1 has no file yet', '1 hat noch keine Datei'],
  ];
  for (const [rows, english, german] of cases) {
    it(`tells of what has no file: ${english}`, async () => {
      const { store } = storeOf(rows);
      const ids = rows.map(({ id }) => id);
      expect(said(await tell(store, ids))).to.equal(english);
      expect(said(await tell(store, ids, new Localizer({ messages: de, locale: 'de' })))).to.equal(german);
    });
  }
});

import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Localizer } from '../../../src/i18n/localizer.js';
import { ERROR_CODES } from '../../../src/model/index.js';
import { failureText } from '../../../src/ui/failure-text.js';
import { icon } from '../../../src/ui/icon.js';
import * as shapes from '../../../src/ui/icon-shapes.js';
import { progressBar } from '../../../src/ui/progress-bar.js';
import { emptyState, errorState, offlineLine } from '../../../src/ui/states.js';
import { waveform } from '../../../src/ui/waveform.js';
import { clear, show } from './parts.js';
import '../../support/english.js';

const l10n = new Localizer();

describe('icon', () => {
  afterEach(clear);

  it('is silent beside a text, and has a name alone', () => {
    const silent = show(icon(shapes.play)).querySelector('svg')!;
    expect([silent.getAttribute('aria-hidden'), silent.getAttribute('role')]).to.deep.equal(['true', null]);
    const named = show(icon(shapes.play, 'Play')).querySelector('svg')!;
    expect([named.getAttribute('role'), named.getAttribute('aria-label')]).to.deep.equal(['img', 'Play']);
  });

  for (const [name, shape] of Object.entries(shapes)) {
    it(`${name} lies within its square`, () => {
      const path = show(icon(shape)).querySelector('path')!;
      const { x, y, width, height } = path.getBBox();
      expect(Math.min(x, y)).to.be.at.least(0.9);
      expect(Math.max(x + width, y + height)).to.be.at.most(23.1);
      expect(Math.max(width, height)).to.be.at.least(10);
    });
  }
});

describe('progressBar', () => {
  afterEach(clear);

  const bar = (value: number | undefined): HTMLElement =>
    show(progressBar(value, 'Making')).querySelector<HTMLElement>('[role=progressbar]')!;

  it('says how far', () => {
    const some = bar(0.426);
    expect([some.ariaLabel, some.getAttribute('aria-valuenow')]).to.deep.equal(['Making', '43']);
    expect(some.querySelector('span')!.style.transform).to.equal('scaleX(0.426)');
  });

  it('stays within its bounds', () => {
    expect([-1, 2].map((value) => bar(value).getAttribute('aria-valuenow'))).to.deep.equal(['0', '100']);
  });

  it('claims nothing where nothing is known', () => {
    for (const value of [undefined, Number.NaN]) {
      const unknown = bar(value);
      expect(unknown.hasAttribute('aria-valuenow')).to.equal(false);
      expect(unknown.classList.contains('indeterminate')).to.equal(true);
    }
  });
});

describe('waveform', () => {
  afterEach(clear);

  const counts = (peaks: readonly number[], progress?: number): number[] =>
    [...show(waveform(peaks, { progress, bars: 10 })).querySelectorAll('path')].map(
      (path) => path.getAttribute('d')!.split('M').length - 1,
    );

  it('tells what was played from the rest', () => {
    expect(counts([0.1, 0.5, 1, 0.2, 0.4, 0.3, 0.2, 0.1, 0, 1], 0.3)).to.deep.equal([3, 7]);
    expect(counts([1, 1], 2)).to.deep.equal([2, 0]);
  });

  it('survives garbage', () => {
    expect(counts([])).to.deep.equal([0, 10]);
    const place = show(waveform([Number.NaN, Infinity, -5, 1e308]));
    expect([...place.querySelectorAll('path')].some((path) => /NaN|Infinity/.test(path.getAttribute('d')!))).to.equal(
      false,
    );
  });
});

describe('states', () => {
  afterEach(clear);

  it('empty says what will be here and offers the next step', () => {
    const action = html`<button>Go</button>`;
    const place = show(emptyState({ icon: shapes.image, title: 'None', text: 'Yet', action }));
    expect(place.innerText.split('\n').filter(Boolean)).to.deep.equal(['None', 'Yet', 'Go']);
  });

  it('error is read out and can be tried again', () => {
    let tried = 0;
    const place = show(errorState(l10n, { code: 'timeout', message: 'ETIMEDOUT' }, () => (tried += 1)));
    expect(place.querySelector('[role=alert]')!.textContent).to.contain(l10n.t('error.timeout'));
    expect(place.textContent).not.to.contain('ETIMEDOUT');
    place.querySelector('button')!.click();
    expect(tried).to.equal(1);
  });

  it('error offers no retry where none can help', () => {
    const place = show(errorState(l10n, { code: 'forbidden', message: '', retryable: false }, () => undefined));
    expect(place.querySelectorAll('button').length).to.equal(0);
  });

  it('the offline line says what it is', () => {
    expect(show(offlineLine(l10n)).textContent).to.contain(l10n.t('state.offline'));
  });

  it('has words for every failure, and prefers the words of the adapter', () => {
    const texts = ERROR_CODES.map((code) => failureText(l10n, { code, message: 'for developers' }));
    expect(new Set(texts).size).to.equal(ERROR_CODES.length);
    expect(failureText(l10n, { code: 'quota', message: '', userMessage: 'Buy more.' })).to.equal('Buy more.');
  });
});

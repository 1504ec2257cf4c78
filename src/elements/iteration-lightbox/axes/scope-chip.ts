import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../../i18n/index.js';
import type { Id } from '../../../model/index.js';
import { icon } from '../../../ui/icon.js';
import { blank } from '../../../ui/icons/blank.js';
import { check } from '../../../ui/icons/check.js';
import { chevronDown } from '../../../ui/icons/chevron-down.js';
import { sideways } from '../../../ui/icons/sideways.js';
import type { MenuItem } from '../../../ui/menu.js';
import { ariaKeys, keyName } from '../../shortcuts/key-names.js';
import { positionText } from '../narrator.js';
import type { Place } from '../sequence.js';
import { tipWithKey } from '../tip.js';

/** What up and down lead through. */
export type Scope = 'session' | 'results';

const KEYS = { '-1': ['arrowup', 'pageup'], 1: ['arrowdown', 'pagedown'] } as const;

interface ChipContext {
  readonly localizer: Localizer;
  readonly scope: Scope;
  /** Nothing where up and down lead nowhere. */
  readonly step: ((by: 1 | -1) => void) | undefined;
  readonly openMenu: (button: HTMLElement) => void;
  /** Nothing more will be known of the place. */
  readonly isSettled: boolean;
  /** What left and right lead through, where that is something else than the text says; empty where it is not known. */
  readonly along: string;
}

/** What leads to the previous (-1) or next (1), in words. */
export const stepLabel = (localizer: Localizer, scope: Scope, by: 1 | -1): string =>
  scope === 'results'
    ? localizer.t(by < 0 ? 'axes.previousResult' : 'axes.nextResult')
    : localizer.t(by < 0 ? 'axes.previousSession' : 'axes.nextSession');

/** That there is nothing before (-1) or after (1), in words. */
export const endText = (localizer: Localizer, scope: Scope, by: 1 | -1): string =>
  scope === 'results'
    ? localizer.t(by < 0 ? 'axes.firstResult' : 'axes.lastResult')
    : localizer.t(by < 0 ? 'axes.firstSession' : 'axes.lastSession');

/** E.g. "Results: 412 of 9,310"; of what is no hit itself, or is not known to be one, there is no number. */
export function resultsText(
  { id, place, total }: { readonly id: Id | undefined; readonly place: Place | undefined; readonly total: number },
  shown: Id | null,
  localizer: Localizer,
): string {
  const index = place && id === shown ? place.index : '–';
  return localizer.t('axes.resultsName', { place: positionText(localizer, index, place ?? { total, more: false }) });
}

/** The place, which opens the choice of the way, and the ways up and down. */
export function chip(text: string, context: ChipContext): TemplateResult | typeof nothing {
  const { localizer, openMenu, step, isSettled } = context;
  if (text === '' && !isSettled) return nothing;
  const label = localizer.t(context.scope === 'results' ? 'axes.hintResults' : 'axes.hintSessions');
  return html`<button
      type="button"
      class="btn quiet place"
      aria-haspopup="menu"
      aria-expanded="false"
      title=${label}
      @click=${(event: Event) => openMenu(event.currentTarget as HTMLElement)}
    >
      <span>${text || localizer.t('axes.session')}</span>${icon(chevronDown)}
    </button>
    ${step ? html`<span class="across">${stepButton(-1, context)}${stepButton(1, context)}</span>` : nothing}
    ${context.along === '' ? nothing : html`<span class="along" title=${label}>${icon(sideways)}${context.along}</span>`}`;
}

function stepButton(by: 1 | -1, { localizer, scope, step }: ChipContext): TemplateResult {
  const label = stepLabel(localizer, scope, by);
  const keys = KEYS[by];
  return html`<button
    type="button"
    class="btn icon ${by < 0 ? 'up' : 'down'}"
    aria-label=${label}
    aria-keyshortcuts=${ariaKeys(keys) ?? nothing}
    ${tipWithKey(localizer, label, keys)}
    @click=${() => step?.(by)}
  >
    ${icon(chevronDown)}
  </button>`;
}

/** What the chip opens: the ways themselves, what they lead through, and the filmstrip. */
export function chipItems(context: {
  readonly localizer: Localizer;
  readonly scope: Scope;
  readonly hasResults: boolean;
  readonly choose: (scope: Scope) => void;
  readonly step: ((by: 1 | -1) => void) | undefined;
  readonly isStripShown: boolean;
  readonly toggleStrip: () => void;
  readonly stripHint: string | undefined;
  readonly openSlideshow: () => void;
  readonly slideshowHint: string | undefined;
}): readonly MenuItem[] {
  const { localizer, scope, hasResults, choose, step, isStripShown, toggleStrip, stripHint } = context;
  const scopeItem = (to: Scope, separated: boolean): MenuItem => ({
    id: to,
    label: localizer.t(to === 'results' ? 'axes.results' : 'axes.sessions'),
    icon: scope === to ? check : blank,
    checked: scope === to,
    separated,
    run: () => choose(to),
  });
  const stepItem = (by: 1 | -1): MenuItem => ({
    id: `step${by}`,
    label: stepLabel(localizer, scope, by),
    hint: keyName(localizer, KEYS[by][0]),
    run: () => step?.(by),
  });
  return [
    ...(step ? [stepItem(-1), stepItem(1)] : []),
    ...(hasResults ? [scopeItem('session', true), scopeItem('results', false)] : []),
    {
      id: 'strip',
      label: localizer.t(isStripShown ? 'strip.hide' : 'strip.show'),
      hint: stripHint,
      separated: true,
      run: toggleStrip,
    },
    {
      id: 'slideshow',
      label: localizer.t('slideshow.label'),
      hint: context.slideshowHint,
      run: context.openSlideshow,
    },
  ];
}

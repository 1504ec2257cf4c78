import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Localizer } from '../../../i18n/index.js';
import type { Iteration } from '../../../model/index.js';
import { icon, type IconShape } from '../../../ui/icon.js';
import { close, info, more, undo } from '../../../ui/icon-shapes.js';
import { check } from '../../../ui/icons/check.js';
import { compare as compareShape } from '../../../ui/icons/compare.js';
import { grid } from '../../../ui/icons/grid.js';
import { image } from '../../../ui/icons/image.js';
import { invert } from '../../../ui/icons/invert.js';
import { markSigns } from '../../../ui/iteration-marks.js';
import { ariaKeys } from '../../shortcuts/key-names.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import type { LightboxView } from '../sequence.js';
import { tip, tipWithKey } from '../tip.js';
import { isPicture, type Pane } from './pane.js';
import { wipeEdge } from './wipe.js';

/** How those that are compared are laid out. */
export type CompareView = 'side' | 'duel' | 'wipe' | 'difference';

/** What they can be shown in. */
export function viewsOf(rows: readonly (Iteration | undefined)[]): readonly CompareView[] {
  if (rows.length !== 2) return ['side', 'duel'];
  return rows.every(isPicture) ? ['side', 'wipe', 'difference'] : ['side'];
}

/** One of them, as it is drawn. */
export interface DrawnPane {
  readonly pane: Pane;
  readonly view: LightboxView;
  /** What the filmstrip calls it. */
  readonly name: string;
  /** What it is made from, as far as it fits. */
  readonly caption: string;
  readonly isActive: boolean;
  readonly stage: TemplateResult;
}

/** Everything that is shown and done while comparing. */
export interface CompareLayout {
  readonly localizer: Localizer;
  readonly keys: ShortcutKeys;
  readonly panes: readonly DrawnPane[];
  readonly shown: CompareView;
  /** What can be shown. */
  readonly views: readonly CompareView[];
  readonly share: () => number;
  readonly said: string;
  /** How they differ; nothing where nobody wants to see that. */
  readonly differences: unknown;
  readonly playheads: TemplateResult | typeof nothing;
  readonly leave: () => void;
  /** Takes the last step back; absent where there is none. */
  readonly back: (() => void) | undefined;
  readonly choose: (view: CompareView) => void;
  readonly toggleDifferences: () => void;
  readonly activate: (pane: Pane) => void;
  readonly remove: (pane: Pane) => void;
  readonly keep: (pane: Pane) => void;
  readonly openMenu: (button: HTMLElement, drawn: DrawnPane) => void;
  readonly setShare: (share: number) => void;
}

const SHAPES: Readonly<Record<CompareView, IconShape>> = {
  side: grid,
  duel: compareShape,
  wipe: image,
  difference: invert,
};

/** The bar, those that are compared, their playhead and how they differ. */
export function compareLayout(layout: CompareLayout): TemplateResult {
  const { localizer, shown, said, differences, playheads } = layout;
  const isOne = shown === 'wipe' || shown === 'difference';
  return html`<div class="layout compare">
    ${bar(layout)} ${isOne ? oneStage(layout) : panes(layout)}
    <div class="compare-below">
      ${playheads}
      ${
        differences
          ? html`<section
              class="differences"
              tabindex="0"
              part="differences"
              aria-label=${localizer.t('compare.differences')}
            >
              ${differences}
            </section>`
          : nothing
      }
    </div>
    <p class="visually-hidden" role="status" aria-live="polite">${said}</p>
  </div>`;
}

function bar({
  localizer,
  keys,
  panes: all,
  shown,
  views,
  differences,
  leave,
  back,
  choose,
  toggleDifferences,
}: CompareLayout): TemplateResult {
  const label = localizer.t('compare.leave');
  const choices = views.map(
    (view) =>
      html`<button
        type="button"
        data-view=${view}
        aria-pressed=${view === shown}
        aria-label=${localizer.t(`compare.${view}`)}
        ${tip(localizer.t(`compare.${view}`))}
        @click=${() => choose(view)}
      >
        ${icon(SHAPES[view])}<span class="compare-view-name">${localizer.t(`compare.${view}`)}</span>
      </button>`,
  );
  return html`<div class="bar" part="bar">
    <button
      type="button"
      class="btn icon close"
      aria-label=${label}
      aria-keyshortcuts="Escape"
      ${tip(`${label} (Esc)`)}
      @click=${leave}
    >
      ${icon(close)}
    </button>
    <h2 class="place">${localizer.t('compare.title', { count: all.length })}</h2>
    ${
      views.length > 1
        ? html`<div class="segmented compare-views" role="group" aria-label=${localizer.t('compare.views')}>
            ${choices}
          </div>`
        : nothing
    }
    <div class="actions">
      ${
        back
          ? html`<button
              type="button"
              class="btn icon compare-back"
              aria-label=${localizer.t('compare.back')}
              aria-keyshortcuts=${ariaKeys(keys.of('undo')) ?? nothing}
              ${tipWithKey(localizer, localizer.t('compare.back'), keys.of('undo'))}
              @click=${back}
            >
              ${icon(undo)}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="btn icon info"
        aria-pressed=${differences !== undefined}
        aria-label=${localizer.t('compare.differences')}
        aria-keyshortcuts=${ariaKeys(keys.of('details')) ?? nothing}
        ${tipWithKey(localizer, localizer.t('compare.differences'), keys.of('details'))}
        @click=${toggleDifferences}
      >
        ${icon(info)}
      </button>
    </div>
  </div>`;
}

function panes(layout: CompareLayout): TemplateResult {
  const { localizer, panes: all, shown } = layout;
  const drawn = shown === 'duel' ? all.slice(0, 2) : all;
  const waiting = all.length - drawn.length;
  return html`<div class="compare-stage">
    <ul class="panes" data-count=${drawn.length} aria-label=${localizer.t('compare.compared')}>
      ${repeat(
        drawn,
        ({ pane }) => pane.id,
        (one) => html`<li>${paneBox(one, layout, true, paneContent(one, layout, drawn.length === 2))}</li>`,
      )}
    </ul>
    ${waiting > 0 ? html`<p class="challengers">${localizer.t('compare.challengers', { count: waiting })}</p>` : nothing}
  </div>`;
}

/** @param takesFocus whether the active one gets the focus. */
function paneBox(
  { pane, name, isActive }: DrawnPane,
  { localizer, activate }: CompareLayout,
  takesFocus: boolean,
  content: TemplateResult,
): TemplateResult {
  return html`<div
    class=${isActive ? 'pane active' : 'pane'}
    part="pane"
    role="group"
    tabindex="0"
    data-id=${pane.id}
    aria-label=${localizer.t('compare.name', { letter: pane.letter, name })}
    aria-current=${isActive ? 'true' : nothing}
    ?data-focus=${takesFocus && isActive}
    @focusin=${() => activate(pane)}
  >
    ${content}
  </div>`;
}

/** Its name, and its picture below. */
const paneContent = (drawn: DrawnPane, layout: CompareLayout, isPair: boolean): TemplateResult =>
  html`${paneHead(drawn, layout, isPair)}
    <div class="pane-view"><div class="pane-frame" data-pane=${drawn.pane.letter}>${drawn.stage}</div></div>`;

/** What somebody thinks of it; its name says the same. */
function marks({ view: { row } }: DrawnPane, localizer: Localizer): TemplateResult | typeof nothing {
  const signs = row ? markSigns(localizer, row) : nothing;
  return signs === nothing ? nothing : html`<span class="pane-marks" aria-hidden="true">${signs}</span>`;
}

function paneHead(drawn: DrawnPane, layout: CompareLayout, isPair: boolean): TemplateResult {
  const { pane, name, caption } = drawn;
  const { localizer, keys, panes: all, keep, remove, openMenu } = layout;
  const { letter } = pane;
  const isFirst = all[0]?.pane === pane;
  const keepLabel = localizer.t('compare.keep', { letter });
  // The first stands at the start of the line.
  const keepKeys = keys.of((localizer.dir === 'rtl') === isFirst ? 'keepRight' : 'keepLeft');
  return html`<div class="pane-head">
    <span class="pane-letter" aria-hidden="true">${letter}</span>
    <bdi class="pane-name" aria-hidden="true" title=${name}>${caption}</bdi>
    ${marks(drawn, localizer)}
    ${
      isPair
        ? html`<button
            type="button"
            class="btn small keep"
            aria-label=${keepLabel}
            aria-keyshortcuts=${ariaKeys(keepKeys) ?? nothing}
            ${tipWithKey(localizer, keepLabel, keepKeys)}
            @click=${() => keep(pane)}
          >
            ${icon(check)}<span class="keep-name">${keepLabel}</span>
          </button>`
        : nothing
    }
    <button
      type="button"
      class="btn icon small pane-menu"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${localizer.t('compare.actions', { letter })}
      ${tip(localizer.t('compare.actions', { letter }))}
      @click=${({ currentTarget }: Event) => currentTarget instanceof HTMLElement && openMenu(currentTarget, drawn)}
    >
      ${icon(more)}
    </button>
    <button
      type="button"
      class="btn icon small pane-remove"
      aria-label=${localizer.t('compare.remove', { letter })}
      ${tip(localizer.t('compare.remove', { letter }))}
      @click=${() => remove(pane)}
    >
      ${icon(close)}
    </button>
  </div>`;
}

/** Two pictures, one over the other. */
function oneStage(layout: CompareLayout): TemplateResult | typeof nothing {
  const { localizer, panes: all, shown, share, setShare } = layout;
  const [one, other] = all;
  if (!one || !other) return nothing;
  const isWipe = shown === 'wipe';
  const heads = [one, other].map((drawn) => paneBox(drawn, layout, !isWipe, paneHead(drawn, layout, true)));
  return html`<div class="compare-stage">
    <div class="one-head">${heads}</div>
    <div class="pane-view one ${shown}">
      <div class="pane-layer">
        <div class="pane-frame" data-pane=${one.pane.letter}>${one.stage}</div>
      </div>
      <div class="pane-layer other">
        <div class="pane-frame" data-pane=${other.pane.letter}>${other.stage}</div>
      </div>
      ${isWipe ? wipeEdge({ localizer, letters: [one.pane.letter, other.pane.letter], share, set: setShare }) : nothing}
    </div>
  </div>`;
}

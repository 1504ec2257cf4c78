import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { icon } from '../../ui/icon.js';
import { chevronDown, chevronLeft, chevronRight, close, info, more } from '../../ui/icon-shapes.js';
import type { LightboxAction, LightboxActionId } from './actions.js';
import { ariaKeys } from '../shortcuts/key-names.js';
import type { LightboxView } from './sequence.js';
import { stage } from './stage/stage.js';
import type { StageContext } from './stage/stage-context.js';
import type { StagePointer } from './stage/stage-pointer.js';
import { tip, tipWithKey } from './tip.js';

/** What stands in the bar of a phone; the rest is in a menu there. */
const ON_PHONE = 2;
/** Those that say their name where there is room. */
const NAMED: readonly LightboxActionId[] = ['regenerate', 'retry', 'remix'];

/** Everything the dialog shows and does. */
export interface LayoutContext {
  readonly localizer: Localizer;
  /** Whether only the picture is drawn, and the room for the rest. */
  readonly isFirst: boolean;
  /** Where what is shown stands. */
  readonly place: unknown;
  /** The session as small pictures; nothing where somebody does not want it, or there is no session to show. */
  readonly strip: unknown;
  readonly actions: readonly LightboxAction[];
  readonly act: (id: LightboxActionId) => void;
  readonly openMenu: (button: EventTarget | null, label: string, actions: readonly LightboxAction[]) => void;
  readonly canTurn: (by: 1 | -1) => boolean;
  readonly turn: (by: 1 | -1) => void;
  /** Nothing where nobody may close it. */
  readonly close: (() => void) | undefined;
  readonly pointer: StagePointer;
  readonly isPanelOpen: boolean;
  readonly togglePanel: () => void;
  readonly detailKeys: readonly string[];
  /** What is in the panel; nothing until its code has come. */
  readonly details: TemplateResult | undefined;
  readonly stage: StageContext;
}

/** The bar, the stage and the details. */
export function layout(view: LightboxView, context: LayoutContext): TemplateResult {
  const { localizer, pointer, isPanelOpen, isFirst } = context;
  // Not by :has(): what comes and goes in the panel would be asked for it each time.
  const parts = `layout${context.strip === undefined ? '' : ' with-strip'}${isPanelOpen ? ' with-panel' : ''}`;
  return html`<div class=${parts}>
    <div class="bar" part="bar">${isFirst ? nothing : bar(context)}</div>
    <div
      class="stage"
      @pointerdown=${pointer.down}
      @pointermove=${pointer.move}
      @pointerup=${pointer.up}
      @pointercancel=${pointer.cancel}
    >
      <div class="frame">${stage(view, context.stage)}</div>
      ${isFirst ? nothing : html`${turnButton('previous', -1, context)} ${turnButton('next', 1, context)}`}
      <div class="zoom"></div>
    </div>
    ${context.strip === undefined ? nothing : html`<div class="strip" part="strip">${context.strip}</div>`}
    ${
      isPanelOpen
        ? html`<aside class="panel" id="panel" part="panel" aria-label=${localizer.t('lightbox.details')}>
            ${context.details ?? nothing}
          </aside>`
        : nothing
    }
  </div>`;
}

function bar(context: LayoutContext): TemplateResult {
  const { localizer, actions, isPanelOpen, detailKeys } = context;
  const rest = actions.slice(ON_PHONE);
  const buttons = actions.map((action) => actionButton(action, context));
  const detailsLabel = localizer.t(isPanelOpen ? 'lightbox.hideDetails' : 'lightbox.showDetails');
  return html`${
      context.close
        ? html`<button
            type="button"
            class="btn icon close"
            aria-label=${localizer.t('lightbox.close')}
            aria-keyshortcuts="Escape"
            ${tip(`${localizer.t('lightbox.close')} (Esc)`)}
            @click=${context.close}
          >
            ${icon(close)}
          </button>`
        : nothing
    }
    <div class="ways">${context.place}</div>
    <div class="actions">
      ${buttons}
      ${
        rest.length > 0
          ? html`<button
              type="button"
              class="btn icon overflow"
              aria-haspopup="menu"
              aria-expanded="false"
              aria-label=${localizer.t('app.more')}
              ${tip(localizer.t('app.more'))}
              @click=${(event: Event) => context.openMenu(event.currentTarget, localizer.t('app.more'), rest)}
            >
              ${icon(more)}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="btn icon info"
        aria-pressed=${isPanelOpen}
        aria-label=${localizer.t('lightbox.details')}
        aria-keyshortcuts=${ariaKeys(detailKeys) ?? nothing}
        ${tipWithKey(localizer, detailsLabel, detailKeys)}
        @click=${context.togglePanel}
      >
        ${icon(info)}
      </button>
    </div>`;
}

function actionButton(
  { id, label, icon: shape, key, ariaKeys: keys, choices }: LightboxAction,
  { act, openMenu }: LayoutContext,
): TemplateResult {
  const isNamed = NAMED.includes(id);
  return html`<button
    type="button"
    class=${isNamed ? 'btn icon text' : 'btn icon'}
    data-action=${id}
    aria-label=${label}
    aria-keyshortcuts=${keys ?? nothing}
    aria-haspopup=${choices ? 'menu' : nothing}
    aria-expanded=${choices ? 'false' : nothing}
    ${tip(key === undefined ? label : `${label} (${key})`)}
    @click=${(event: Event) => (choices ? openMenu(event.currentTarget, label, choices) : act(id))}
  >
    ${icon(shape)}${isNamed ? html`<span class="wide">${label}</span>` : nothing}${choices ? html`<span class="wide">${icon(chevronDown)}</span>` : nothing}
  </button>`;
}

function turnButton(name: 'previous' | 'next', by: 1 | -1, context: LayoutContext): TemplateResult {
  const label = context.localizer.t(`lightbox.${name}`);
  const isEnd = !context.canTurn(by);
  const arrow = by < 0 === (context.localizer.dir === 'ltr') ? 'arrowleft' : 'arrowright';
  // Not `disabled`: a button that loses the focus at the end of the row would lose the keys with it.
  return html`<button
    type="button"
    class="btn turn ${name}"
    aria-label=${label}
    aria-keyshortcuts=${ariaKeys([arrow]) ?? nothing}
    ${tipWithKey(context.localizer, label, [arrow])}
    aria-disabled=${isEnd ? 'true' : 'false'}
    @click=${() => context.turn(by)}
  >
    ${icon(by < 0 ? chevronLeft : chevronRight)}
  </button>`;
}

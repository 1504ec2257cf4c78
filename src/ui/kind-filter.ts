import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import { KINDS, type Counts, type Kind } from '../model/index.js';
import { isRtl } from '../internal/is-rtl.js';
import { reveal } from '../internal/reveal.js';

/** One medium, or all of them. */
export type KindChoice = Kind | 'all';

export interface KindFilterOptions {
  readonly value: KindChoice;
  /** Left out where nobody counts. */
  readonly counts?: Counts | null | undefined;
  readonly localize: Localizer;
  readonly onSelect: (kind: KindChoice) => void;
}

const CHOICES: readonly KindChoice[] = ['all', ...KINDS];

/** All, Images, Videos, Audios with their counts: one choice among four, one tab stop, arrows inside. */
export function kindFilter(options: KindFilterOptions): TemplateResult {
  const { localize, onSelect } = options;
  const choices = CHOICES.map((kind) => choice(kind, options));
  return html`<div
    class="kind-filter"
    part="filter"
    role="radiogroup"
    aria-label=${localize.t('filter.label')}
    @keydown=${(event: KeyboardEvent) => handleKeydown(event, onSelect)}
  >
    ${choices}
  </div>`;
}

function choice(kind: KindChoice, { value, counts, localize, onSelect }: KindFilterOptions): TemplateResult {
  const count = kind === 'all' ? counts?.total : counts?.[kind];
  const checked = kind === value;
  return html`<button
    type="button"
    class="chip"
    role="radio"
    data-kind=${kind}
    tabindex=${checked ? 0 : -1}
    aria-checked=${checked ? 'true' : 'false'}
    @click=${() => onSelect(kind)}
  >
    ${localize.t(`filter.${kind}`)}${
      count === undefined ? nothing : html` <span class="count">${localize.number(count)}</span>`
    }
  </button>`;
}

function handleKeydown(event: KeyboardEvent, onSelect: (kind: KindChoice) => void): void {
  const { currentTarget: group, target } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(group instanceof HTMLElement) || !(target instanceof Element)) return;
  const buttons = [...group.querySelectorAll<HTMLElement>('[data-kind]')];
  const at = buttons.findIndex((button) => button.contains(target));
  const step = stepOf(event.key, isRtl(group));
  if (at < 0 || step === undefined) return;
  const next =
    step === 'first' ? 0 : step === 'last' ? CHOICES.length - 1 : (at + step + CHOICES.length) % CHOICES.length;
  const kind = CHOICES[next];
  if (kind === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const button = buttons[next];
  button?.focus({ preventScroll: true });
  if (button) reveal(group, button, 4);
  onSelect(kind);
}

function stepOf(key: string, rtl: boolean): number | 'first' | 'last' | undefined {
  switch (key) {
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'ArrowRight':
      return rtl ? -1 : 1;
    case 'ArrowLeft':
      return rtl ? 1 : -1;
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    default:
      return undefined;
  }
}

export const kindFilterStyles = css`
  .kind-filter {
    display: flex;
    gap: 4px;
    min-inline-size: 0;
    padding: 4px;
    margin: -4px;
    overflow-x: auto;
    scrollbar-width: none;
    overscroll-behavior-x: contain;
  }

  .kind-filter::-webkit-scrollbar {
    display: none;
  }

  .kind-filter .chip {
    position: relative;
    justify-content: center;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .kind-filter .chip {
      min-inline-size: 44px;
    }
  }

  /* All of it shows at once: how many there are of the others is heard, or seen when they are chosen. */
  @container (max-width: 599px) {
    .kind-filter .chip {
      padding-inline: 8px;
    }

    .kind-filter .chip:not([aria-checked='true']) > .count {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;

import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { KINDS, type Iteration, type Session } from '../../model/index.js';
import { icon, type IconShape } from '../../ui/icon.js';
import { alert, audio, image, video } from '../../ui/icon-shapes.js';

const SHAPES = { image, video, audio } as const;

/** How many iterations of each medium a session holds, and how many failed. */
export function sessionTally(localizer: Localizer, { counts }: Session, cover: readonly Iteration[]): TemplateResult {
  const failed = counts?.failed ?? cover.filter(({ status }) => status === 'failed').length;
  const media = KINDS.map((kind) => {
    const count = counts?.[kind] ?? 0;
    return tally(localizer, SHAPES[kind], count, localizer.t(`count.${kind}`, { count }));
  });
  return html`${media}${tally(localizer, alert, failed, localizer.t('count.failed', { count: failed }), true)}`;
}

const tally = (
  localizer: Localizer,
  shape: IconShape,
  count: number,
  label: string,
  isBad = false,
): TemplateResult | typeof nothing =>
  count === 0
    ? nothing
    : html`<span class=${isBad ? 'tally bad' : 'tally'} title=${label}
        >${icon(shape)}<span aria-hidden="true">${localizer.number(count)}</span
        ><span class="visually-hidden">${label}</span></span
      >`;

export const sessionTallyStyles = css`
  .tally {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-variant-numeric: tabular-nums;
  }

  .tally .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }

  .tally.bad {
    color: var(--_danger);
  }
`;

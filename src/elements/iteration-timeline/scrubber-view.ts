import { html, svg, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { RailMark } from '../../layouts/geometry/rail-marks.js';
import { blockPlace } from './block-place.js';

/** What stands on the rail. */
export interface RailView {
  readonly marks: readonly RailMark[];
  readonly density: readonly number[];
}

/** The month of a time and, where there is room, its day: "Nov 2026", "Fri, Nov 20, 2026". */
export const railDate = (localizer: Localizer, time: number, hasRoom: boolean): string =>
  localizer
    .dateFormat(
      hasRoom
        ? { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
        : { month: 'long', year: 'numeric' },
    )
    .format(time);

/** A day, to be read aloud. */
export const spokenDate = (localizer: Localizer, time: number): string =>
  localizer.dateFormat({ dateStyle: 'full' }).format(time);

const label = (localizer: Localizer, { time, isYear }: RailMark): string =>
  localizer.dateFormat(isYear ? { year: 'numeric' } : { month: 'short' }).format(time);

/** Bars side by side: they are read as one shape. The shortest still shows. */
const bars = (density: readonly number[]): string =>
  density.map((value, step) => `M0 ${step}h${(2 + value * 8).toFixed(1)}v1H0z`).join('');

function markView(mark: RailMark, localizer: Localizer): TemplateResult {
  if (!mark.hasLabel) return html`<span class="tick" ${blockPlace(mark.place)}></span>`;
  const kind = mark.isYear ? 'mark year' : 'mark';
  return html`<span class=${kind} ${blockPlace(mark.place)}>${label(localizer, mark)}</span>`;
}

/** Density, and where months and years begin. */
export function railMarksView({ marks, density }: RailView, localizer: Localizer): TemplateResult {
  const views = marks.map((mark) => markView(mark, localizer));
  return html`<svg class="density" viewBox=${`0 0 10 ${Math.max(1, density.length)}`} preserveAspectRatio="none">
      ${svg`<path d=${bars(density)} />`}
    </svg>
    ${views}`;
}

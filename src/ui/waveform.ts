import { css, svg, html, type TemplateResult } from 'lit';
import type { MediaSource } from '../model/index.js';

export interface WaveformOptions {
  /** 0..1: what has been played. Default 0. */
  readonly progress?: number | undefined;
  /** How many bars. Default 64. */
  readonly bars?: number | undefined;
}

const NO_PEAKS: readonly number[] = [];

/** The loudness of a sound over time, where it is known. */
export const peaksOf = ({ waveform: wave }: MediaSource): readonly number[] =>
  wave && 'peaks' in wave && Array.isArray(wave.peaks) ? wave.peaks : NO_PEAKS;

const clamp = (value: number, max: number): number => (Number.isFinite(value) ? Math.min(max, Math.max(0, value)) : 0);

/** The loudest of each of `count` equal parts. */
function resample(peaks: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count));
    let loudest = 0;
    for (let at = from; at < to; at += 1) loudest = Math.max(loudest, clamp(peaks[at] ?? 0, 1));
    return loudest;
  });
}

const line = (heights: readonly number[], from: number): string =>
  heights
    .map((height, index) => {
      const half = (Math.max(0.04, height) * 46).toFixed(1);
      return `M${(from + index) * 4 + 2} ${50 - Number(half)}V${50 + Number(half)}`;
    })
    .join('');

/** Loudness over time as bars, played ones in the accent; two paths whatever the number of bars. */
export function waveform(peaks: readonly number[], { progress = 0, bars = 64 }: WaveformOptions = {}): TemplateResult {
  const count = Math.max(1, Math.min(bars, peaks.length || bars));
  const heights = resample(peaks, count);
  const played = Math.round(clamp(progress, 1) * count);
  return html`<svg class="waveform" viewBox="0 0 ${count * 4} 100" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<path class="played" d=${line(heights.slice(0, played), 0)}></path>`}
    ${svg`<path d=${line(heights.slice(played), played)}></path>`}
  </svg>`;
}

export const waveformStyles = css`
  .waveform {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  .waveform path {
    vector-effect: non-scaling-stroke;
    opacity: 0.62;
  }

  .waveform .played {
    stroke: var(--_accent);
    opacity: 1;
  }
`;

import type { Failed } from '../../store/index.js';

/** Rows that failed for the same reason, as far as one can tell from what is said of it. */
export interface Reason {
  readonly text: string;
  readonly rows: readonly Failed[];
}

/** Rows by what is said of why they failed, those first of which there are most. */
export function byReason(failed: readonly Failed[], textOf: (failed: Failed) => string): readonly Reason[] {
  const reasons = new Map<string, Failed[]>();
  for (const one of failed) {
    const text = textOf(one);
    const known = reasons.get(text);
    if (known) known.push(one);
    else reasons.set(text, [one]);
  }
  return [...reasons].map(([text, rows]) => ({ text, rows })).sort((a, b) => b.rows.length - a.rows.length);
}

import type { Failed } from '../../store/index.js';

/** Rows that failed for the same reason, as far as one can tell from what is said of it. */
export interface Reason {
  readonly text: string;
  readonly rows: readonly Failed[];
}

/** Rows whose failures read alike in whatever language: an element that draws anew asks for them at every frame. */
const alike = new WeakMap<readonly Failed[], readonly (readonly [Failed, ...Failed[]])[]>();

function byFailure(failed: readonly Failed[]): readonly (readonly [Failed, ...Failed[]])[] {
  const known = alike.get(failed);
  if (known) return known;
  const groups = new Map<string, [Failed, ...Failed[]]>();
  for (const one of failed) {
    const key = JSON.stringify([one.error.code, one.error.userMessage]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const found = [...groups.values()];
  alike.set(failed, found);
  return found;
}

/** Rows by what is said of why they failed, which its code and the backend's own words tell; those first of which there are most. */
export function byReason(failed: readonly Failed[], textOf: (failed: Failed) => string): readonly Reason[] {
  const reasons = new Map<string, readonly Failed[]>();
  for (const group of byFailure(failed)) {
    const text = textOf(group[0]);
    const same = reasons.get(text);
    reasons.set(text, same ? [...same, ...group] : group);
  }
  return [...reasons].map(([text, rows]) => ({ text, rows })).sort((a, b) => b.rows.length - a.rows.length);
}

import { soundVerbs } from '../../data/verbs.js';
import { clipText } from '../../internal/clip-text.js';
import type { ParentRole } from '../../model/index.js';

/** Longest name of a verb, in characters. */
const LABEL_LENGTH = 60;

/** Roles there are words for, beside `remix` and `reference`. */
type Worded = 'variation' | 'edit' | 'extend' | 'upscale';

const WORDED: readonly string[] = ['variation', 'edit', 'extend', 'upscale'] satisfies readonly Worded[];

/** Whether there are words for a role. */
export const isWorded = (role: string): role is Worded => WORDED.includes(role);

/** What the adapter itself calls a verb; empty where it leaves that to the kit. */
export function ownLabel(id: ParentRole | null, verbs: unknown): string {
  const own = soundVerbs(verbs)?.find((verb) => verb.id === id)?.label;
  return own === undefined ? '' : clipText(own, LABEL_LENGTH);
}

import { AdapterError, type Annotation, type ReassignTarget } from '../../data/index.js';
import { omit } from '../../internal/omit.js';
import type { Instant } from '../../model/index.js';
import type { Mark } from './marks.js';

interface Membership {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** Makes another mark of a mark. */
export type Edit = (mark: Mark) => Mark;

const members = (now: readonly string[] = [], { add = [], remove = [] }: Membership): readonly string[] =>
  [...new Set([...now, ...add])].filter((one) => !remove.includes(one));

/** Without what says nothing. */
const short = (mark: { readonly [name in keyof Mark]: Mark[name] | undefined }): Mark =>
  Object.fromEntries(
    Object.entries(mark).filter(
      ([, value]: [string, unknown]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

export function archived(isAway: boolean, archivedAt: Instant): Edit {
  return (mark) => {
    if ((mark.archivedAt !== undefined) === isAway) return mark;
    return isAway ? { ...mark, archivedAt } : omit(mark, 'archivedAt');
  };
}

/** @throws AdapterError `invalid` for a rating that is none. */
export function annotated({ starred, rating, flag, tags, note }: Annotation): Edit {
  if (rating !== undefined && ![0, 1, 2, 3, 4, 5].includes(rating)) {
    throw new AdapterError('invalid', 'rating must be a whole number from 0 to 5');
  }
  return (mark) =>
    short({
      ...mark,
      starred: (starred ?? mark.starred) || undefined,
      rating: rating ?? mark.rating,
      flag: flag === undefined ? mark.flag : (flag ?? undefined),
      tags: tags ? members(mark.tags, tags) : mark.tags,
      note: (note ?? mark.note) || undefined,
    });
}

export const filed =
  (projects: Extract<ReassignTarget, { readonly projects: object }>['projects']): Edit =>
  (mark) =>
    short({ ...mark, projectIds: members(mark.projectIds, projects) });

import type { Annotation, ReassignTarget } from '../../data/index.js';
import { omit } from '../../internal/omit.js';
import type { Instant } from '../../model/index.js';
import { checkRating, withMembers } from '../local/annotations.js';
import type { Mark } from './marks.js';

/** Makes another mark of a mark. */
export type Edit = (mark: Mark) => Mark;

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
export function annotated(patch: Annotation): Edit {
  checkRating(patch);
  const { starred, rating, flag, tags, note } = patch;
  return (mark) =>
    short({
      ...mark,
      starred: (starred ?? mark.starred) || undefined,
      rating: rating ?? mark.rating,
      flag: flag === undefined ? mark.flag : (flag ?? undefined),
      tags: tags ? withMembers(mark.tags, tags) : mark.tags,
      note: (note ?? mark.note) || undefined,
    });
}

export const filed =
  (projects: Extract<ReassignTarget, { readonly projects: object }>['projects']): Edit =>
  (mark) =>
    short({ ...mark, projectIds: withMembers(mark.projectIds, projects) });

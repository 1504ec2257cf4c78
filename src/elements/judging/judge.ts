import type { Annotation } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import type { Iteration } from '../../model/index.js';
import type { ShortcutId } from '../shortcuts/registry.js';

const RATINGS = { rate0: 0, rate1: 1, rate2: 2, rate3: 3, rate4: 4, rate5: 5 } as const;

const isRating = (id: string): id is keyof typeof RATINGS => Object.hasOwn(RATINGS, id);

/**
 * What a key or a button says of iterations; nothing for one that does something else.
 * @param rows what it is said of, as far as that is held: where all have a star, the star is taken away.
 */
export function verdictOf(id: ShortcutId, rows: readonly (Iteration | undefined)[]): Annotation | undefined {
  if (isRating(id)) return { rating: RATINGS[id] };
  switch (id) {
    case 'star':
      return { starred: !(rows.length > 0 && rows.every((row) => row?.starred)) };
    case 'pick':
    case 'reject':
      return { flag: id };
    case 'unflag':
      return { flag: null };
    default:
      return undefined;
  }
}

/** What a verdict says, in words: that it was said. */
export function verdictText(localizer: Localizer, { starred, rating, flag, tags }: Annotation): string {
  if (starred !== undefined) return localizer.t(starred ? 'toast.starred' : 'toast.unstarred');
  if (rating !== undefined) return rating ? localizer.t('toast.rated', { rating }) : localizer.t('toast.unrated');
  if (flag !== undefined) return localizer.t(flag ? `toast.${flag}` : 'toast.unflagged');
  return localizer.t(tags ? 'toast.tagged' : 'toast.noted');
}

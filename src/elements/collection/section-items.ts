import type { CollectionModel, SectionItems } from './collection-model.js';

/** Begins the key of a section of which nothing has been read, where time does not tell it: no id begins so. */
export const UNREAD = '\u0000';

/** The items of a section, whether they have been read or not, as far as that is known. */
export function sectionItems(model: CollectionModel, section: number): SectionItems {
  const { rows, count } = model;
  const known = model.sectionItems?.(section);
  if (known) return known;
  const [first, end] = [rows.sectionFirst(section), Math.min(count, rows.sectionEnd(section))];
  return { first: Math.min(first, end), end, isWhole: !model.isOpen(section) };
}

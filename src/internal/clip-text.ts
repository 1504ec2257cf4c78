let segmenter: Intl.Segmenter | undefined;

/**
 * Shortens a text to at most `max` UTF-16 units, an ellipsis included, on one line and never inside a grapheme.
 * Reads only as much of the text as it needs, however long that is.
 */
export function clipText(text: string, max: number): string {
  const flat = text
    .slice(0, max * 2)
    .replace(/\s+/g, ' ')
    .trim();
  if (flat.length <= max && text.length <= max * 2) return flat;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let end = 0;
  for (const { index, segment } of segmenter.segment(flat)) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${flat.slice(0, end).trimEnd()}…`;
}

import { diffArrays } from 'diff';

/** A part of two texts that is in both, or in one of them. */
export interface TextPart {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

/** Texts that differ in more words than that are shown one after the other. */
const MOST_EDITS = 2000;

let segmenter: Intl.Segmenter | undefined;

/** Words, and what stands between them, in any writing. */
function wordsOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * What has to be taken out of a text, and put into it, to make another one of it: word by word.
 * @param most time for it, in ms; what takes longer is shown as one text after the other.
 */
export function wordDiff(from: string, to: string, most: number): readonly TextPart[] {
  const until = performance.now() + most;
  const [before, after] = most > 0 ? [wordsOf(from), wordsOf(to)] : [];
  const timeout = until - performance.now();
  const changes =
    before && after && timeout > 0
      ? diffArrays([...before], [...after], { maxEditLength: MOST_EDITS, timeout })
      : undefined;
  if (!changes) {
    return [
      { text: from, is: 'removed' },
      { text: to, is: 'added' },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    text: value.join(''),
    is: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

import { diffWordsWithSpace } from 'diff';

/** A part of two texts that is in both, or in one of them. */
export interface TextPart {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

/** Texts that differ in more words than that are shown one after the other. */
const MOST_EDITS = 2000;
/** Time for it, in ms: nobody should wait for a prompt of a megabyte. */
const MOST_MS = 150;

/** What has to be taken out of a text, and put into it, to make another one of it: word by word. */
export function wordDiff(from: string, to: string): readonly TextPart[] {
  const changes = diffWordsWithSpace(from, to, { maxEditLength: MOST_EDITS, timeout: MOST_MS });
  if (!changes) {
    return [
      { text: from, is: 'removed' },
      { text: to, is: 'added' },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/** The letters of the contract's columns; what is of another kind is laid out as an image is. */
const LETTERS: { readonly [kind: string]: string } = { image: 'i', video: 'v', audio: 'a' };

/** The letter of a kind in the columns of a segment. */
export const letterOf = (kind: string): string => LETTERS[kind] ?? 'i';

/** The kind of a letter. */
export const kindOf = (letter: string | undefined): string =>
  Object.keys(LETTERS).find((kind) => LETTERS[kind] === letter) ?? 'image';

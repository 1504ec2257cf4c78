/** A key, and what was held with it. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Where a key leads among cards in rows. */
export type CardKey = 'previous' | 'next' | 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

const KEYS: Readonly<Record<string, CardKey>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** What a key means to the cards, if anything. */
export function cardKey(event: KeyStroke, dir: 'ltr' | 'rtl'): CardKey | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const key = KEYS[event.key];
  if (dir === 'ltr') return key;
  return key === 'previous' ? 'next' : key === 'next' ? 'previous' : key;
}

/**
 * The place a key leads to from the card at `at`, or -1 where there is none.
 * @param pageRows rows that a page has.
 */
export function neighbour(key: CardKey, at: number, count: number, columns: number, pageRows = 1): number {
  switch (key) {
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    case 'previous':
      return at - 1;
    case 'next':
      return at + 1 < count ? at + 1 : -1;
    case 'up':
      return at - columns < 0 ? -1 : at - columns;
    case 'pageUp':
    case 'pageDown': {
      const column = at % columns;
      const row = Math.floor(at / columns) + (key === 'pageUp' ? -pageRows : pageRows);
      return Math.min(count - 1, Math.max(0, row) * columns + column);
    }
    case 'down': {
      const isInLastRow = Math.floor(at / columns) === Math.floor((count - 1) / columns);
      return isInLastRow ? -1 : Math.min(at + columns, count - 1);
    }
  }
}

import type { Localizer, MessageKey } from '../../i18n/index.js';
import { isApple } from '../../internal/is-apple.js';
import type { ShortcutId } from './registry.js';
import type { ShortcutKeys } from './shortcut-keys.js';

/** As they are printed on the keys of a Mac; the fonts there have them. */
const ON_MAC: Readonly<Record<string, string>> = {
  mod: '⌘',
  meta: '⌘',
  ctrl: '⌃',
  alt: '⌥',
  shift: '⇧',
  enter: '⏎',
  delete: '⌦',
};

const NAMES: ReadonlySet<string> = new Set([
  ...['mod', 'ctrl', 'meta', 'alt', 'shift', 'enter', 'space', 'escape', 'delete', 'backspace', 'insert'],
  ...['home', 'end', 'pageup', 'pagedown', 'contextmenu', 'arrowleft', 'arrowright', 'arrowup', 'arrowdown'],
]);

/** In the words of `aria-keyshortcuts`, which are those of the key's events: where more than the first letter is another. */
const ARIA: Readonly<Record<string, string>> = {
  ctrl: 'Control',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  contextmenu: 'ContextMenu',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
};

/** The keys of a combination, one by one. */
export const partsOf = (combination: string): string[] => combination.split(/\+(?!$)/);

/** The keys of a combination as they are called, one by one. */
export function keyNames(localizer: Localizer, combination: string, mac = isApple()): readonly string[] {
  return partsOf(combination).map((part) => {
    const sign = mac ? ON_MAC[part] : undefined;
    if (sign !== undefined) return sign;
    return NAMES.has(part) ? localizer.t(`key.${part}` as MessageKey) : part.toUpperCase();
  });
}

/** A combination in one word, for a title or a menu. */
export const keyName = (localizer: Localizer, combination: string, mac = isApple()): string =>
  keyNames(localizer, combination, mac).join(mac ? '' : '+');

/** The first key of a shortcut, as a menu shows it; nothing where it has none. */
export function keyHint(localizer: Localizer, keys: ShortcutKeys, id: ShortcutId): string | undefined {
  const [first] = keys.of(id);
  return first === undefined ? undefined : keyName(localizer, first);
}

/** Combinations as `aria-keyshortcuts` has them; nothing where there are none. */
export function ariaKeys(combinations: readonly string[], mac = isApple()): string | undefined {
  const words = combinations.map((combination) =>
    partsOf(combination.replace(/^mod\+/, mac ? 'meta+' : 'ctrl+'))
      .map((part) => ARIA[part] ?? part.charAt(0).toUpperCase() + part.slice(1))
      .join('+'),
  );
  return words.length > 0 ? words.join(' ') : undefined;
}

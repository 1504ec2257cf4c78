/** Keys with a name that can be part of a combination, in lower case; of one sign, any. */
const NAMED = new Set([
  ...['enter', 'space', 'escape', 'tab', 'delete', 'backspace', 'insert', 'home', 'end', 'pageup', 'pagedown'],
  ...['arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'contextmenu'],
  ...Array.from({ length: 24 }, (_, at) => `f${at + 1}`),
]);

const ALIASES: Readonly<Record<string, string>> = {
  cmd: 'meta',
  command: 'meta',
  control: 'ctrl',
  option: 'alt',
  esc: 'escape',
  del: 'delete',
  return: 'enter',
  ' ': 'space',
};

const MODIFIERS = ['mod', 'ctrl', 'meta', 'alt', 'shift'];

const nameOf = (key: string): string => ALIASES[key] ?? key;

/** A sign that Shift may be needed for. */
const isSign = (key: string): boolean => key.length === 1 && key.toUpperCase() === key.toLowerCase();

/**
 * A combination of keys as everything here writes it, `mod+shift+z`: in lower case, Shift left out where it only types the
 * sign; `undefined` for what is none.
 */
export function cleanCombination(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .split(/\+(?!$)/)
    .map((part) => nameOf(part === ' ' ? part : part.trim()));
  const key = parts.pop() ?? '';
  if (!(NAMED.has(key) || key.length === 1) || parts.some((part) => !MODIFIERS.includes(part))) return undefined;
  if (parts.filter((part) => ['mod', 'ctrl', 'meta'].includes(part)).length > 1) return undefined;
  const held = MODIFIERS.filter((one) => parts.includes(one) && !(one === 'shift' && isSign(key)));
  return [...held, key].join('+');
}

/** Every combination that one stands for: `mod` is Ctrl or Cmd. */
export const spelledOut = (combination: string): readonly string[] =>
  combination.startsWith('mod+') ? [`ctrl+${combination.slice(4)}`, `meta+${combination.slice(4)}`] : [combination];

/** What was pressed, as {@link spelledOut} writes it. */
export function combinationOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const name = nameOf(key.toLowerCase());
  const shift = shiftKey && !isSign(name);
  return `${ctrlKey ? 'ctrl+' : ''}${metaKey ? 'meta+' : ''}${altKey ? 'alt+' : ''}${shift ? 'shift+' : ''}${name}`;
}

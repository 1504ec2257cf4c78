import { isObject } from '../../internal/is-object.js';
import { cleanCombination, spelledOut } from '../../internal/key-combination.js';
import { shortcutsIn, type Shortcut, type ShortcutId, type ShortcutPlace } from './registry.js';

/** Something in a host's keys that makes no sense, or that two want. */
export interface KeyProblem {
  readonly path: string;
  readonly message: string;
}

/** Which keys do what in one place. */
export interface KeyMap {
  /** What a key as it was pressed does. */
  readonly byKey: ReadonlyMap<string, ShortcutId>;
  /** The keys of each, those first that a host gave. */
  readonly keys: ReadonlyMap<ShortcutId, readonly string[]>;
  readonly problems: readonly KeyProblem[];
}

// They lead out of what has the focus.
const NEVER: ReadonlySet<string> = new Set(['tab', 'shift+tab', 'escape', 'shift+escape']);

/** The combinations that a host asks for; nothing where it says nothing of a shortcut. */
function wanted(
  shortcut: Shortcut,
  own: ReadonlyMap<string, unknown>,
  tell: (message: string) => void,
): readonly string[] | undefined {
  const value = own.get(shortcut.id);
  if (value === undefined) return undefined;
  if (shortcut.fixed) {
    tell('Its keys cannot be changed');
    return undefined;
  }
  if (value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => {
    const clean = typeof one === 'string' ? cleanCombination(one) : undefined;
    if (clean !== undefined && !NEVER.has(clean)) return clean;
    // What a host gives may be nothing that can be written down.
    const said = typeof one === 'string' ? JSON.stringify(one) : `What is a ${typeof one}`;
    tell(clean === undefined ? `${said} is no key` : `"${clean}" must stay as it is`);
    return [];
  });
}

/**
 * Lays the keys of hosts over those of the registry. What is fixed comes first, then what hosts say: whoever comes later
 * for a key does not get it, and that is told.
 * @param hosts from the outermost to the innermost, which comes before the others.
 */
export function keyMap(place: ShortcutPlace, hosts: readonly unknown[]): KeyMap {
  const problems: KeyProblem[] = [];
  const own = new Map<string, unknown>();
  for (const host of hosts) {
    if (!isObject(host)) problems.push({ path: 'shortcuts', message: 'Not an object' });
    else for (const [id, value] of Object.entries(host)) own.set(id, value);
  }
  const shortcuts = shortcutsIn(place);
  const byKey = new Map<string, ShortcutId>();
  const keys = new Map<ShortcutId, readonly string[]>();
  const take = (shortcut: Shortcut, combinations: readonly string[]): void => {
    const got = combinations.filter((combination) => {
      const spelled = spelledOut(combination);
      const holder = spelled.map((one) => byKey.get(one)).find((id) => id !== undefined && id !== shortcut.id);
      if (holder === undefined) for (const one of spelled) byKey.set(one, shortcut.id);
      else problems.push({ path: shortcut.id, message: `"${combination}" is the key of ${holder}` });
      return holder === undefined;
    });
    keys.set(shortcut.id, got);
  };
  const asked = new Map(
    shortcuts.map((shortcut) => [
      shortcut.id,
      wanted(shortcut, own, (message) => problems.push({ path: shortcut.id, message })),
    ]),
  );
  const isAsked = ({ id }: Shortcut): boolean => asked.get(id) !== undefined;
  for (const shortcut of shortcuts.filter(({ fixed }) => fixed)) take(shortcut, shortcut.keys);
  for (const shortcut of shortcuts.filter(isAsked)) take(shortcut, asked.get(shortcut.id) ?? []);
  for (const shortcut of shortcuts.filter((one) => !one.fixed && !isAsked(one))) take(shortcut, shortcut.keys);
  return { byKey, keys, problems };
}

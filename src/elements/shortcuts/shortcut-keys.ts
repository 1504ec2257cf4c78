import { closestComposed, isEditable } from '../../internal/composed-tree.js';
import { combinationOf } from '../../internal/key-combination.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import { isComposing } from '../../internal/is-composing.js';
import { announceIntent } from '../intents/intent-event.js';
import { IntentFailedEvent } from '../intents/iteration-events.js';
import { keyMap, type KeyMap } from './key-map.js';
import { SHORTCUTS, type ShortcutId, type ShortcutPlace } from './registry.js';

/** An element that may have keys of its own. */
interface Keyed extends Element {
  readonly shortcuts?: unknown;
}

const isKnown = (id: string): boolean => SHORTCUTS.some((shortcut) => shortcut.id === id);

/** The keys that hosts have given an element and what it stands in, the outermost first. */
function hostsOf(element: Element): readonly unknown[] {
  const found: unknown[] = [];
  closestComposed(element, (one: Keyed) => {
    // Whatever else is on the page may have a property of that name: those that others ask have a store too.
    if ((one === element || 'activeStore' in one) && (one.shortcuts ?? undefined) !== undefined)
      found.unshift(one.shortcuts);
    return false;
  });
  return found;
}

/** What keys do in an element, with what its host and the elements around it say of them. */
export class ShortcutKeys {
  readonly #element: Element;
  readonly #place: ShortcutPlace;
  #hosts: readonly unknown[] = [];
  #map: KeyMap | undefined;

  constructor(element: Element, place: ShortcutPlace) {
    this.#element = element;
    this.#place = place;
  }

  /** What a key asks for; nothing in a field, where it is the field's. */
  find(event: KeyboardEvent): ShortcutId | undefined {
    if (event.defaultPrevented || isComposing(event) || isEditable(event.composedPath()[0])) return undefined;
    return this.map.byKey.get(combinationOf(event));
  }

  /** The keys of a shortcut, the first of them to be shown. */
  of(id: ShortcutId): readonly string[] {
    return this.map.keys.get(id) ?? [];
  }

  /** The map of what hosts say now; what makes no sense in it is told once. */
  get map(): KeyMap {
    const hosts = hostsOf(this.#element);
    if (this.#map && shallowEqual(hosts, this.#hosts)) return this.#map;
    this.#hosts = hosts;
    this.#map = keyMap(this.#place, hosts);
    const unknown = hosts
      .flatMap((host) => (typeof host === 'object' && host !== null ? Object.keys(host) : []))
      .filter((id) => !isKnown(id))
      .map((path) => ({ path, message: 'No such shortcut' }));
    const fields = [...this.#map.problems, ...unknown];
    if (fields.length > 0) {
      const message = fields.map(({ path, message: why }) => `${path}: ${why}`).join('; ');
      announceIntent(this.#element, new IntentFailedEvent('shortcuts', { code: 'invalid', message, fields }));
    }
    return this.#map;
  }
}

const keys = new WeakMap<Element, ShortcutKeys>();

/** The keys of an element; always the same object. */
export function shortcutKeysOf(element: Element, place: ShortcutPlace): ShortcutKeys {
  const known = keys.get(element) ?? new ShortcutKeys(element, place);
  keys.set(element, known);
  return known;
}

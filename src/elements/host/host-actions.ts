import { toFailure, type Selection } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { closestComposed } from '../../internal/composed-tree.js';
import { isObject } from '../../internal/is-object.js';
import type { Iteration } from '../../model/index.js';
import type { BuiltInAction, Capabilities, ImaginationsStore } from '../../store/index.js';
import { chevronRight } from '../../ui/icon-shapes.js';
import { announceIntent, lastingTarget } from '../intents/intent-event.js';
import { IntentFailedEvent } from '../intents/iteration-events.js';
import type { HostAction } from './host-action.js';
import { HostActionEvent } from './host-action-event.js';
import type { SettingsElement } from './settings-element.js';

/** Longest name of an action, in characters. */
const LABEL_LENGTH = 60;
/** Path data, and nothing else. */
const PATH = /^[\d\s,.+\-eEaAcChHlLmMqQsStTvVzZ]+$/;

/** Where an action is offered. */
export interface ActionPlace {
  /** Where its events come from. */
  readonly source: HTMLElement;
  readonly store: ImaginationsStore;
  readonly localizer: Localizer;
}

/** An action as a menu or a bar shows it. */
export interface OfferedAction {
  readonly id: `host:${string}`;
  readonly label: string;
  readonly icon: string;
  readonly run: () => void;
}

type Settings = Partial<Pick<SettingsElement, 'hostActions' | 'downloadNames'>>;

/** Whether the host leaves a built-in action in. */
export const isEnabled = ({ disabled }: Capabilities, action: BuiltInAction): boolean => !disabled?.includes(action);

/** What the nearest element around it says that says anything. */
function setting<K extends keyof Settings>(
  source: Node,
  name: K,
): readonly [value: Settings[K], from: Element] | undefined {
  const from = closestComposed(source, (element) => (element as Settings)[name] !== undefined);
  return from && [(from as Settings)[name], from];
}

/** How the host wants files to be called. */
export function downloadNamesFor(source: Node): string | undefined {
  const names = setting(source, 'downloadNames')?.[0];
  return typeof names === 'string' && names !== '' ? names : undefined;
}

function isAction(value: unknown): value is HostAction {
  if (!isObject(value)) return false;
  const { id, label, run, enabled, kinds } = value;
  return (
    typeof id === 'string' &&
    id !== '' &&
    typeof label === 'string' &&
    label.trim() !== '' &&
    typeof run === 'function' &&
    (enabled === undefined || typeof enabled === 'function') &&
    (kinds === undefined || Array.isArray(kinds))
  );
}

const cleaned = new WeakMap<object, readonly HostAction[]>();

const NONE: readonly HostAction[] = [];

/** The actions that make sense, one of each id; of the others the host is told, once for each list: always the same list. */
export function hostActionsAround(source: Node): readonly HostAction[] {
  const [given, from] = setting(source, 'hostActions') ?? [];
  if (!from || !Array.isArray(given)) return NONE;
  const known = cleaned.get(given);
  if (known) return known;
  const actions = new Map<string, HostAction>();
  let dropped = 0;
  for (const one of given as readonly unknown[]) {
    if (isAction(one) && !actions.has(one.id)) actions.set(one.id, one);
    else dropped++;
  }
  const all = [...actions.values()];
  cleaned.set(given, all);
  if (dropped > 0) {
    const message = `hostActions: ${dropped} left out. Each needs an id of its own, a label and a run function.`;
    // Told while things are drawn: a listener may change what is drawn.
    queueMicrotask(() => from.dispatchEvent(new IntentFailedEvent('host-action', { code: 'invalid', message })));
  }
  return all;
}

function isFor(action: HostAction, items: readonly Iteration[], count: number): boolean {
  const { kinds, selection = 'single', maximum = Infinity, enabled } = action;
  if (count > (selection === 'multiple' ? maximum : 1)) return false;
  if (kinds && (items.length < count || !items.every(({ kind }) => kinds.includes(kind)))) return false;
  try {
    return enabled ? enabled(items) : true;
  } catch {
    // What it cannot say of these, it is not for.
    return false;
  }
}

/** Ends what runs when its element leaves the page. */
async function run(
  { source, store, localizer }: ActionPlace,
  action: HostAction,
  items: readonly Iteration[],
  selection: readonly Selection[],
): Promise<void> {
  if (!announceIntent(source, new HostActionEvent({ id: action.id, items, selection }))) return;
  const place = lastingTarget(source);
  const stop = new AbortController();
  const watch = { hostDisconnected: () => stop.abort() };
  const host = source as Partial<Pick<SettingsElement, 'addController' | 'removeController'>>;
  host.addController?.(watch);
  try {
    await action.run(items, { store, selection, signal: stop.signal });
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (stop.signal.aborted) return;
    const userMessage = failure.userMessage ?? localizer.t('hostAction.failed', { label: labelOf(action) });
    place().dispatchEvent(new IntentFailedEvent('host-action', { ...failure, userMessage }));
  } finally {
    host.removeController?.(watch);
  }
}

const labelOf = ({ label }: HostAction): string => clipText(label, LABEL_LENGTH);

/**
 * The host's actions that are for these iterations.
 * @param count how many are meant: more than `items` where not all are held, `Infinity` where everything is.
 */
export function hostActionsFor(
  place: ActionPlace,
  items: readonly Iteration[],
  selection: readonly Selection[],
  count = items.length,
): OfferedAction[] {
  return hostActionsAround(place.source)
    .filter((action) => isFor(action, items, count))
    .map((action) => ({
      id: `host:${action.id}`,
      label: labelOf(action),
      icon: typeof action.icon === 'string' && PATH.test(action.icon) ? action.icon : chevronRight,
      run: () => void run(place, action, items, selection),
    }));
}

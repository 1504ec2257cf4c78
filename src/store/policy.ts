import { capabilitiesOf, type BuiltInAction, type Capabilities } from './capabilities.js';
import type { ImaginationsStore } from './store.js';

/** Names of actions that are a part of an adapter; of the others, whoever offers them asks. */
const PARTS: readonly string[] = ['generate', 'cancel', 'archive', 'rename', 'upload', 'annotate', 'reassign'];

const policies = new WeakMap<ImaginationsStore, readonly BuiltInAction[]>();

function apply(store: ImaginationsStore): void {
  const { adapter, core, status } = store;
  const disabled = policies.get(store) ?? [];
  if (core.capabilities.disabled === disabled) return;
  const off = Object.fromEntries(disabled.filter((name) => PARTS.includes(name)).map((name) => [name, false]));
  const capabilities: Capabilities = { ...capabilitiesOf(adapter, core.capabilities.limits), ...off, disabled };
  core.capabilities = capabilities;
  status.patch({ capabilities });
}

/**
 * Turns built-in actions off in every element of a store, whatever its adapter offers: no control shows, no key acts. The
 * last call counts.
 */
export function disableActions(store: ImaginationsStore, disabled: readonly BuiltInAction[]): void {
  const before = policies.get(store);
  if (String(before ?? '') === String(disabled)) return;
  policies.set(store, disabled);
  apply(store);
  // An adapter may tell its limits later, and all it can do is worked out anew.
  if (!before) store.status.subscribe(() => apply(store));
}

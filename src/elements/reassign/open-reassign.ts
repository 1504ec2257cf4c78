import type { LitElement } from 'lit';
import type { Selection } from '../../data/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { ReassignOptions } from './reassign-options.js';

const opened = new WeakSet<LitElement>();

/**
 * Asks where iterations go - another session, a new one, projects - in a modal dialog inside the host's shadow root, and says
 * where. Resolves when it has closed; one at a time for each host.
 */
export async function openReassign(
  host: LitElement,
  store: ImaginationsStore,
  targets: readonly Selection[],
  options: ReassignOptions,
): Promise<void> {
  if (opened.has(host)) return;
  opened.add(host);
  try {
    const { ReassignDialog } = await import('./reassign-dialog.js');
    // It may have left the page meanwhile.
    if (host.isConnected) await new ReassignDialog(host, store, targets, options).show();
  } catch {
    // The code could not be loaded: asked for again at the next occasion.
  } finally {
    opened.delete(host);
  }
}

import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { disableActions, type BuiltInAction, type ImaginationsStore } from '../../store/index.js';
import type { HostAction } from './host-action.js';

/** What a host says once for everything inside a provider or an app. */
export abstract class SettingsElement extends LitElement {
  /** The host's own actions, beside the built-in ones: in menus, the lightbox and the bar of what is selected. */
  @property({ attribute: false }) hostActions?: readonly HostAction[] | undefined;

  /** Built-in actions that are offered nowhere, whatever the backend can do: of the whole store, so of each element with it. */
  @property({ attribute: false }) disabledActions?: readonly BuiltInAction[] | undefined;

  /** How downloaded files are called, e.g. `{date}_{session}_{number}`. */
  @property({ attribute: 'download-names' }) downloadNames?: string | undefined;

  /** The store in use. */
  abstract readonly activeStore: ImaginationsStore | undefined;

  protected override update(changed: PropertyValues<this>): void {
    const { activeStore, disabledActions } = this;
    if (activeStore && (disabledActions || changed.has('disabledActions'))) {
      disableActions(activeStore, disabledActions ?? []);
    }
    super.update(changed);
  }
}

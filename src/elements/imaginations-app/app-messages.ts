import type { LitElement } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { Messages, type MessagesContext } from '../messages/messages.js';
import { RaisedDock, raisedDockStyles } from './raised-dock.js';

/** The short messages of the app, above the composer and the bar of what is selected. */
export class AppMessages extends Messages {
  constructor(host: LitElement, context: () => MessagesContext) {
    super(host, context);
    adoptStyles(host, raisedDockStyles);
    new RaisedDock(host, () => context().store);
    // Nobody judges before this has come: it takes a focus or a pointer.
    host.addEventListener('iterations-annotated', (event) => this.hear(event));
    host.addEventListener('iterations-reassigned', (event) => this.hear(event));
  }
}

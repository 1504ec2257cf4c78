import { closestComposed } from '../../internal/composed-tree.js';

/** Whether somebody else says what came of things in an element: a host that wants no messages, or an app, which is known by what it has. */
export const isSaidElsewhere = (host: Element): boolean =>
  closestComposed(
    host,
    (one) =>
      one.hasAttribute('no-messages') || ('activeStore' in one && Boolean(one.shadowRoot?.querySelector('.dock'))),
  ) !== undefined;

import { waitUntil as waitFor } from '@open-wc/testing';

/** Ends a wait for what never comes. Generous: a slow machine must not fail what is right. */
const PATIENCE_MS = 15_000;

/** Waits for something to be so, and says what was not. */
export const waitUntil = (
  probe: () => unknown,
  what?: string,
  { timeout = PATIENCE_MS }: { readonly timeout?: number } = {},
): Promise<void> => waitFor(probe, what, { timeout, interval: 10 });

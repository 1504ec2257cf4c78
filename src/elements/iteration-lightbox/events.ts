import type { Id } from '../../model/index.js';
import { IntentEvent } from '../intents/intent-event.js';

/** What a lightbox shows, or showed last. */
export interface LightboxDetail {
  readonly iterationId: Id;
}

/** What a lightbox is about to show. */
export interface LightboxOpenDetail extends LightboxDetail {
  /** What it is about to compare; none where it shows one alone. */
  readonly compare: readonly Id[];
}

/** The lightbox is about to open; cancelable. */
export class LightboxOpenEvent extends IntentEvent<LightboxOpenDetail> {
  constructor(iterationId: Id, compare: readonly Id[] = []) {
    super('lightbox-open', { iterationId, compare }, true);
  }
}

/** The lightbox has opened. */
export class LightboxOpenedEvent extends IntentEvent<LightboxDetail> {
  constructor(iterationId: Id) {
    super('lightbox-opened', { iterationId });
  }
}

/** A person is about to close the lightbox; cancelable. */
export class LightboxCloseEvent extends IntentEvent<LightboxDetail> {
  constructor(iterationId: Id) {
    super('lightbox-close', { iterationId }, true);
  }
}

/** The lightbox has closed; the focus is back where it came from, and may be moved to what was shown last. */
export class LightboxClosedEvent extends IntentEvent<LightboxDetail> {
  constructor(iterationId: Id) {
    super('lightbox-closed', { iterationId });
  }
}

/** What is compared now. */
export interface ComparisonDetail {
  /** In the order in which they stand; none where nothing is compared any more. */
  readonly ids: readonly Id[];
}

/** The lightbox compares others than its host has written: people compare, take one out, keep one of two or leave. */
export class ComparisonChangedEvent extends IntentEvent<ComparisonDetail> {
  constructor(ids: readonly Id[]) {
    super('comparison-changed', { ids });
  }
}

declare global {
  interface HTMLElementEventMap {
    'lightbox-open': LightboxOpenEvent;
    'lightbox-opened': LightboxOpenedEvent;
    'lightbox-close': LightboxCloseEvent;
    'lightbox-closed': LightboxClosedEvent;
    'comparison-changed': ComparisonChangedEvent;
  }
}

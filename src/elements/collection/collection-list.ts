import type { ListSnapshot } from '../../store/index.js';
import type { IndexSnapshot } from '../../store/indexed/indexed-list.js';

/** A list of either kind as it stands. */
export type AnySnapshot = ListSnapshot | IndexSnapshot;

/** A list of either kind. */
export interface AnyList {
  readonly value: AnySnapshot;
  load(): Promise<void>;
  more(): Promise<void>;
  /** Says which items somebody looks at, where they can be read by themselves; `leave`: none any more. */
  want?(who: object, first: number, end: number): void;
  leave?(who: object): void;
}

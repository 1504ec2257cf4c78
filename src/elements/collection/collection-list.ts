import type { ShownList } from '../../controllers/looking.js';
import type { ListSnapshot } from '../../store/index.js';
import type { IndexSnapshot } from '../../store/indexed/indexed-list.js';

/** A list of either kind as it stands. */
export type AnySnapshot = ListSnapshot | IndexSnapshot;

/** A list of either kind. */
export type AnyList = ShownList<AnySnapshot>;

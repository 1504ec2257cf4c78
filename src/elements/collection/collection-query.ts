import type { Filter, Id, Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { KindChoice } from '../../ui/kind-filter.js';

/** What an element was told to show; what it was not told, the store's navigation says. */
export interface CollectionScope {
  readonly sessionId?: Id | undefined;
  readonly kind?: KindChoice | undefined;
  readonly archived: boolean;
}

/** What is shown. */
export interface CollectionChoice {
  readonly kind: KindChoice;
  readonly archived: boolean;
  /** Of all media: what the filter counts. */
  readonly all: Query;
  readonly query: Query;
}

/** Decides what to show. A session's own list does not follow the switch to what is archived. */
export function collectionChoice(store: ImaginationsStore, scope: CollectionScope): CollectionChoice {
  const navigation = store.navigation.value;
  const kind = scope.kind ?? navigation.kind;
  const archived = scope.archived || (scope.sessionId === undefined && navigation.archived);
  const filter: Filter = {
    ...(scope.sessionId !== undefined && { sessionId: scope.sessionId }),
    ...(archived && { archived: 'only' as const }),
  };
  return {
    kind,
    archived,
    all: { filter },
    query: { filter: kind === 'all' ? filter : { ...filter, kinds: [kind] } },
  };
}

export type { BuiltInAction, Capabilities } from './capabilities.js';
export { systemClock, type Clock } from './clock.js';
export type { BatchOptions, BatchOutcome, Failed, Target, UndoOutcome } from './commands/outcome.js';
export type { GenerateOutcome, ImagineRequest } from './commands/generate.js';
export { createProject } from './create-project.js';
export {
  draftOf,
  EMPTY_DRAFT,
  MOST_REFERENCES,
  type Draft,
  type DraftReference,
  type DraftStorage,
  type DraftStore,
} from './draft.js';
export { annotate, reassign } from './edit-rows.js';
export { historyOf, type History, type HistoryAction, type HistoryEntry, type HistoryState } from './history.js';
export type { MediaOpener } from './media-opener.js';
export { INITIAL_NAVIGATION, type Navigation } from './navigation.js';
export type { ErrorSink, Unsubscribe } from './notifier.js';
export type { Observable } from './observable.js';
export type { ListSnapshot, PagedList } from './paged-list.js';
export { isPlaceholder } from './is-placeholder.js';
export { disableActions } from './policy.js';
export { projectList, type ProjectList, type ProjectListSnapshot } from './project-list.js';
export { selectionOf, type StoreSelection } from './selection/selection-of.js';
export { sessionSelectionOf } from './selection/session-selection.js';
export type { SelectionTally } from './selection/selection-tally.js';
export type { GestureOutcome, SelectionMode, SelectionOrder, SelectionSnapshot } from './selection/selection.js';
export { storeFor } from './shared-store.js';
export type { StoreStatus } from './store-status.js';
export { ImaginationsStore, type CountsReading, type StoreOptions } from './store.js';

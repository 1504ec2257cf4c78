/**
 * Imaginations: classes, types, contexts, the store and the tools for adapter authors. Importing this registers nothing;
 * `imaginations/define` and `imaginations/define/<tag>.js` do. Adapters have entries of their own:
 * `imaginations/adapters/memory`, `imaginations/adapters/indexeddb` and `imaginations/adapters/synthetic`.
 */
export * from './model/index.js';
export * from './data/index.js';
export * from './store/index.js';
export { localizerContext } from './context/localizer-context.js';
export { storeContext } from './context/store-context.js';
export { en, Localizer, registerLocale, type LocalizerOptions, type MessageKey, type Messages } from './i18n/index.js';
export { safeDefine } from './define/safe-define.js';
export { ImaginationComposer } from './elements/imagination-composer/imagination-composer-element.js';
export * from './elements/imagination-composer/events.js';
export { ImaginationSession } from './elements/imagination-session/imagination-session-element.js';
export * from './elements/imagination-session/events.js';
export { ImaginationSessions } from './elements/imagination-sessions/imagination-sessions-element.js';
export type { HostAction, HostActionContext } from './elements/host/host-action.js';
export * from './elements/host/host-action-event.js';
export { ImaginationsApp } from './elements/imaginations-app/imaginations-app-element.js';
export * from './elements/imaginations-app/events.js';
export { ImaginationsProvider } from './elements/imaginations-provider/imaginations-provider-element.js';
export * from './elements/intents/auth-required-event.js';
export * from './elements/collection/selection-events.js';
export * from './elements/intents/compare-events.js';
export { compareIterations } from './elements/intents/compare-intents.js';
export * from './elements/intents/edit-events.js';
export * from './elements/intents/download-events.js';
export * from './elements/intents/share-events.js';
export { downloadIterations } from './elements/intents/download-intents.js';
export type { DownloadOptions, DownloadOutcome, DownloadProgress } from './elements/download/download-options.js';
export type { Sidecar, SidecarFile } from './elements/download/sidecar.js';
export * from './elements/intents/history-events.js';
export * from './elements/intents/iteration-events.js';
export * from './elements/intents/session-events.js';
export { IterationGrid } from './elements/iteration-grid/iteration-grid-element.js';
export { IterationLightbox } from './elements/iteration-lightbox/iteration-lightbox-element.js';
export * from './elements/iteration-lightbox/events.js';
export type { ShortcutId, Shortcuts } from './elements/shortcuts/registry.js';
export { IterationTimeline } from './elements/iteration-timeline/iteration-timeline-element.js';

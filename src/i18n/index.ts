export { en, type MessageKey, type Messages } from './en.js';
export { Localizer, type LocalizerOptions } from './localizer.js';
export type { Message, MessageParams, PluralForms } from './message.js';
export { registerLocale } from './registry.js';

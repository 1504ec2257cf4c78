export { en, type MessageKey, type Messages } from './en.js';
export { Localizer, type LocalizerOptions } from './localizer.js';
export type { Message, MessageParams, PluralForms } from './message.js';
export { addEnglish, registerLocale } from './registry.js';

import type { Messages } from './en.js';
import type { Message } from './message.js';

const registered = new Map<string, Partial<Messages>>();
const listeners = new Set<() => void>();
const english = new Map<string, Message>();

/** Adds texts in English; each element adds those it shows when the first one of it is made. */
export function addEnglish(texts: Partial<Messages>): void {
  for (const [key, message] of Object.entries(texts)) english.set(key, message);
}

/** A text in English; its key where no element has brought it. */
export const englishText = (key: string): Message => english.get(key) ?? key;

/**
 * Makes the texts of a language known to every localizer, at any time; texts it lacks stay English.
 * @param locale BCP 47 tag, e.g. `de` or `pt-BR`; a language without region serves all its regions.
 */
export function registerLocale(locale: string, messages: Partial<Messages>): void {
  registered.set(locale.toLowerCase(), messages);
  for (const listener of listeners) listener();
}

/** The registered texts that serve a locale best, and under which tag they were registered. */
export function findMessages(
  locale: string,
): { readonly lang: string; readonly messages: Partial<Messages> } | undefined {
  for (let tag = locale.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const messages = registered.get(tag);
    if (messages) return { lang: tag, messages };
  }
  return undefined;
}

/** Calls back whenever texts were registered; returns how to stop that. */
export function onLocaleRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opaque, case-sensitive, stable identifier: unique per entity type, never reused, at most 256 characters. */
export type Id = string;

/** RFC 3339 instant in UTC with `Z` and millisecond precision, e.g. `2026-11-23T09:30:00.000Z`. */
export type Instant = string;

/** Medium of an iteration. */
export type Kind = 'image' | 'video' | 'audio';

/** The media in the order the interface names them. */
export const KINDS: readonly Kind[] = ['image', 'video', 'audio'];

/** Anything that survives `JSON.stringify`. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

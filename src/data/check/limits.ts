import { FILTER_NAMES } from '../known-names.js';
import { above0, list, object, oneOf, optional, text } from './rules.js';

export const limits = object({
  pageSize: optional(above0),
  lookupSize: optional(above0),
  batchSize: optional(above0),
  maxVariants: optional(above0),
  pollMs: optional(above0),
  uploadBytes: optional(above0),
  accept: optional(text),
  kinds: optional(list(text)),
  orders: optional(list(oneOf('newest', 'oldest'))),
  filters: optional(list(oneOf(...FILTER_NAMES))),
  random: optional(oneOf('none', 'offset')),
  reassignTo: optional(list(oneOf('project', 'session', 'new-session'))),
  mediaSchemes: optional(list(text)),
});

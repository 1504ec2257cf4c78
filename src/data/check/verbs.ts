import { KINDS } from '../../model/index.js';
import { isLabel, NAMED_VERBS } from '../verbs.js';
import { filled, flag, isObject, list, object, oneOf, optional, type Rule } from './rules.js';

/** Some ids say by themselves what is offered; any other is a word for machines. */
const named: Rule = (value, path) =>
  isObject(value) && value['label'] === undefined && !NAMED_VERBS.includes(String(value['id']))
    ? `${path}.label is missing; there are no words for ${JSON.stringify(value['id'])}, only for ${NAMED_VERBS.join(', ')}`
    : undefined;

const once: Rule = (value, path) => {
  const ids: readonly unknown[] = Array.isArray(value)
    ? value.map((verb) => (isObject(verb) ? verb['id'] : undefined))
    : [];
  const before = new Set<unknown>();
  const at = ids.findIndex((id) => before.size === before.add(id).size);
  return at < 0 ? undefined : `${path}[${at}].id is ${JSON.stringify(ids[at])} again; each verb has its own`;
};

const label: Rule = (value, path) =>
  filled(value, path) ?? (isLabel(String(value)) ? undefined : `${path} must be a text that can be seen, not blanks`);

const verb = object(
  {
    id: filled,
    kinds: optional(list(oneOf(...KINDS))),
    makes: optional(oneOf(...KINDS)),
    prompt: optional(flag),
    label: optional(label),
  },
  [named],
);

/** The ways to build on an output. */
export const verbs: Rule = (value, path) => list(verb)(value, path) ?? once(value, path);

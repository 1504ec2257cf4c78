import { generation, iteration, session } from './entities.js';
import { filled, id, isObject, number, object, oneOf, optional, type Rule } from './rules.js';

const CHANGES: { readonly [type: string]: Rule } = {
  iteration: object({ item: iteration }),
  session: object({ item: session }),
  generation: object({ item: generation }),
  removed: object({ entity: oneOf('iteration', 'session', 'generation'), id, rev: optional(number) }),
  progress: object({ generationId: optional(id), iterationId: optional(id), progress: object({}) }),
};

/** One change of the stream; types that are not known are left to the reader, who passes over them. */
export const change: Rule = (value, path) => {
  if (!isObject(value)) return `${path} must be an object with a type`;
  return filled(value['type'], `${path}.type`) ?? CHANGES[String(value['type'])]?.(value, path);
};

import { KINDS, type Kind, type ParentRole } from '../model/index.js';

/** A way to build on an output, e.g. to vary, edit or extend it: one entry of the "Remix" menu. */
export interface Verb {
  /**
   * What the output is to what is made from it: recorded as the role of the parent, and sent as `as` of the request. There
   * are words for `variation` ("Vary"), `edit`, `extend`, `upscale`, `reference` ("Use as reference") and `remix`; any
   * other id needs a `label`. Each id once.
   */
  readonly id: ParentRole;
  /** Media of the outputs it works on. Default: all. */
  readonly kinds?: readonly Kind[];
  /** Medium it makes. Default: that of the output. */
  readonly makes?: Kind;
  /**
   * Whether a person says in the composer what is to be made. Where not, it starts at once, with the brief that made the
   * output. Default: `false` for `variation` and `upscale`, else `true`. Means nothing for `remix`, and for `reference`,
   * which only adds the output to the references of what is being written.
   */
  readonly prompt?: boolean;
  /** Its name, in the person's language; at most 60 characters show. Default: the words there are for its id. */
  readonly label?: string;
}

/** Ids of verbs that need no label. */
export const NAMED_VERBS: readonly string[] = ['remix', 'variation', 'edit', 'extend', 'upscale', 'reference'];

const AT_ONCE: readonly string[] = ['variation', 'upscale'];

/** Whether a verb goes to the composer first. */
export const needsPrompt = ({ id, prompt = !AT_ONCE.includes(id) }: Verb): boolean => prompt || id === 'remix';

/** Whether a text shows anything by which a person could choose. */
export const isLabel = (text: string): boolean => /[\p{L}\p{N}\p{S}\p{P}]/u.test(text);

/** What may come before `Verb` has been checked. */
type Given = { readonly [name in keyof Verb]?: unknown };

const isVerb = (value: unknown): value is Verb => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kinds, makes, prompt, label }: Given = value;
  return (
    typeof id === 'string' &&
    (label === undefined ? NAMED_VERBS.includes(id) : typeof label === 'string' && isLabel(label)) &&
    (kinds === undefined || Array.isArray(kinds)) &&
    (makes === undefined || KINDS.some((kind) => kind === makes)) &&
    (prompt === undefined || typeof prompt === 'boolean')
  );
};

/** Entries of a list that are looked at. */
const MOST_VERBS = 64;

const known = new WeakMap<readonly unknown[], readonly Verb[]>();

/** The verbs of an adapter that make sense, one of each id; nothing where it names none at all. */
export function soundVerbs(given: unknown): readonly Verb[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const list: readonly unknown[] = given;
  const before = known.get(list);
  if (before) return before;
  const ids = new Set<string>();
  // The set grows where the id is new.
  const sound = list.slice(0, MOST_VERBS).filter((one): one is Verb => isVerb(one) && ids.size < ids.add(one.id).size);
  known.set(list, sound);
  return sound;
}

/** The verb that a request names by `as`; `remix` and `reference` are never sent that way. */
export const verbSentAs = (given: unknown, as: ParentRole | null | undefined): Verb | undefined =>
  as === 'remix' || as === 'reference' ? undefined : soundVerbs(given)?.find(({ id }) => id === as);

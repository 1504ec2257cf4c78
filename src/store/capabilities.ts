import { DEFAULT_LIMITS, type ImaginationsAdapter, type Limits, type Verb } from '../data/index.js';
import type { Query } from '../model/index.js';

/** What the elements offer by themselves, and a host can turn off. `archive` is also bringing back, `generate` all that makes something new. */
export type BuiltInAction =
  | 'generate'
  | 'regenerate'
  | 'remix'
  | 'cancel'
  | 'archive'
  | 'rename'
  | 'upload'
  | 'annotate'
  | 'reassign'
  | 'download'
  | 'copy';

/** What an adapter can do; the interface shows no control for what it cannot. */
export interface Capabilities {
  readonly generate: boolean;
  readonly cancel: boolean;
  readonly archive: boolean;
  readonly rename: boolean;
  readonly upload: boolean;
  readonly counts: boolean;
  readonly annotate: boolean;
  readonly reassign: boolean;
  /** Large lists can be read anywhere: there is a segment index, and rows can be read by their ids. */
  readonly index: boolean;
  /** The ways to build on an output, as the adapter names them; nothing where it names none and remixing is the only one. */
  readonly verbs?: readonly Verb[] | undefined;
  /** What the host has turned off; also left out of the above. */
  readonly disabled?: readonly BuiltInAction[];
  /** Its limits with the defaults filled in. */
  readonly limits: Required<Limits>;
}

/** Whether a limit can be used in the place of its default. */
const makesSense = (value: unknown, fallback: unknown): boolean =>
  typeof fallback === 'number'
    ? typeof value === 'number' && Number.isFinite(value) && value >= 1
    : Array.isArray(fallback) === Array.isArray(value) && typeof fallback === typeof value;

/** Limits with every gap, and everything that makes no sense, filled from the defaults. */
function completeLimits(limits: Limits | undefined): Required<Limits> {
  const given = Object.entries(limits ?? {})
    .filter(([name, value]: [string, unknown]) => makesSense(value, DEFAULT_LIMITS[name as keyof Limits]))
    .map(([name, value]: [string, unknown]) => [name, typeof value === 'number' ? Math.floor(value) : value]);
  return { ...DEFAULT_LIMITS, ...(Object.fromEntries(given) as Limits) };
}

/** Reads the capabilities off an adapter: presence of a method switches its part of the interface on. */
export function capabilitiesOf(adapter: ImaginationsAdapter, limits: Limits | undefined): Capabilities {
  return {
    generate: adapter.generate !== undefined,
    cancel: adapter.generate?.cancel !== undefined,
    verbs: adapter.generate?.verbs,
    archive: adapter.archive !== undefined,
    rename: adapter.updateSession !== undefined,
    upload: adapter.upload !== undefined,
    counts: adapter.counts !== undefined,
    annotate: adapter.annotate !== undefined,
    reassign: adapter.reassign !== undefined,
    index: adapter.index !== undefined && adapter.getIterations !== undefined,
    limits: completeLimits(limits),
  };
}

/** A query without the filters that the adapter does not offer, for those are never sent; itself if it offers all. */
export function offeredQuery({ limits }: Capabilities, query: Query): Query {
  const filters: readonly string[] = limits.filters;
  const given = Object.entries(query.filter ?? {}).filter(([, value]: [string, unknown]) => value !== undefined);
  const offered = given.filter(([field]) => filters.includes(field));
  return offered.length === given.length ? query : { ...query, filter: Object.fromEntries(offered) };
}

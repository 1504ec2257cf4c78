import { DEFAULT_LIMITS, type ImaginationsAdapter, type Limits } from '../data/index.js';
import type { Filter } from '../model/index.js';

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
  /** Its limits with the defaults filled in. */
  readonly limits: Required<Limits>;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** Limits with every gap, and every number that makes no sense, filled from the defaults. */
export function completeLimits(limits: Limits | undefined): Required<Limits> {
  const given = Object.fromEntries(
    Object.entries(limits ?? {}).filter(([name, value]: [string, unknown]) =>
      typeof DEFAULT_LIMITS[name as keyof Limits] === 'number' ? isCount(value) : value !== undefined,
    ),
  );
  return { ...DEFAULT_LIMITS, ...given };
}

/** Reads the capabilities off an adapter: presence of a method switches its part of the interface on. */
export function capabilitiesOf(adapter: ImaginationsAdapter, limits: Limits | undefined): Capabilities {
  return {
    generate: adapter.generate !== undefined,
    cancel: adapter.generate?.cancel !== undefined,
    archive: adapter.archive !== undefined,
    rename: adapter.updateSession !== undefined,
    upload: adapter.upload !== undefined,
    counts: adapter.counts !== undefined,
    annotate: adapter.annotate !== undefined,
    reassign: adapter.reassign !== undefined,
    limits: completeLimits(limits),
  };
}

/** Whether the adapter's lists understand every field of a filter; a filter it does not offer is never sent. */
export const offersFilter = ({ limits }: Capabilities, filter: Filter): boolean =>
  (Object.keys(filter) as (keyof Filter)[]).every(
    (field) => filter[field] === undefined || (limits.filters as readonly string[]).includes(field),
  );

import type { Id, Kind } from '../model/index.js';
import { isRecord } from './sanitize.js';

/** Where a person is; readable and settable by the host, and plain data, so that it can live in an address. */
export interface Navigation {
  /** The toggle at the top. */
  readonly view: 'sessions' | 'iterations';
  /** How iterations are laid out: in justified rows, in squares, one below the other, or by day. */
  readonly layout: 'grid' | 'square' | 'list' | 'timeline';
  /** The one medium shown, or all. */
  readonly kind: Kind | 'all';
  /** Shows what has been put away instead of what has not. */
  readonly archived: boolean;
  /** The session whose page is open. */
  readonly sessionId: Id | null;
  /** The iteration the lightbox shows. */
  readonly iterationId: Id | null;
}

/** Where everybody starts. */
export const INITIAL_NAVIGATION: Navigation = {
  view: 'sessions',
  layout: 'grid',
  kind: 'all',
  archived: false,
  sessionId: null,
  iterationId: null,
};

const oneOf = <T>(value: unknown, allowed: readonly T[]): T | undefined => allowed.find((one) => one === value);

const idOrNull = (value: unknown): Id | null | undefined =>
  value === null || (typeof value === 'string' && value !== '') ? value : undefined;

/** Keeps the fields of anything that are valid; hosts restore navigation from addresses, which may hold anything. */
export function cleanNavigation(value: unknown): Partial<Navigation> {
  if (!isRecord(value)) return {};
  const clean: Partial<Record<keyof Navigation, unknown>> = {
    view: oneOf(value['view'], ['sessions', 'iterations']),
    layout: oneOf(value['layout'], ['grid', 'square', 'list', 'timeline']),
    kind: oneOf(value['kind'], ['all', 'image', 'video', 'audio']),
    archived: typeof value['archived'] === 'boolean' ? value['archived'] : undefined,
    sessionId: idOrNull(value['sessionId']),
    iterationId: idOrNull(value['iterationId']),
  };
  return Object.fromEntries(Object.entries(clean).filter(([, field]) => field !== undefined));
}

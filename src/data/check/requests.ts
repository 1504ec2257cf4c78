import { DEFAULT_LIMITS, type Limits } from '../limits.js';
import { isObject } from './rules.js';

const QUERIES: readonly string[] = ['listSessions', 'listIterations', 'counts', 'index.manifest', 'index.segment'];

/** What of a question the adapter does not offer to answer; nothing where it offers all of it. */
export function outOfLimits(method: string, request: unknown, limits: Limits): string | undefined {
  if (!QUERIES.includes(method) || !isObject(request)) return undefined;
  const { filter, order } = request;
  const filters: readonly string[] = limits.filters ?? DEFAULT_LIMITS.filters;
  const orders: readonly unknown[] = limits.orders ?? DEFAULT_LIMITS.orders;
  const unknown = Object.entries(isObject(filter) ? filter : {}).find(
    ([name, value]) => value !== undefined && !filters.includes(name),
  );
  if (unknown) return `filter.${unknown[0]} is not among limits.filters`;
  return order === undefined || orders.includes(order) ? undefined : 'the order is not among limits.orders';
}

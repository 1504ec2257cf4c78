import { AdapterError, type Page } from '../data/index.js';
import type { Entity, Generation, Iteration, Session } from '../model/index.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isEntity = (value: unknown): value is Entity & Readonly<Record<string, unknown>> =>
  isObject(value) && isText(value['id']) && isText(value['createdAt']) && !Number.isNaN(Date.parse(value['createdAt']));

/** Whether a value can be drawn as an iteration. What else is wrong with it, `defineAdapter` says in development. */
export const isIteration = (value: unknown): value is Iteration =>
  isEntity(value) && isText(value['sessionId']) && isText(value['kind']) && isText(value['status']);

/** Whether a value can be drawn as a session. */
export const isSession = (value: unknown): value is Session =>
  isEntity(value) && isObject(value['brief']) && typeof value['brief']['prompt'] === 'string';

/** Whether a value can be followed as a generation. */
export const isGeneration = (value: unknown): value is Generation =>
  isEntity(value) && isText(value['sessionId']) && isText(value['status']) && Array.isArray(value['iterationIds']);

/** A page with what is usable of it; rows that are not are left out and counted. */
export interface CleanPage<T> extends Page<T> {
  readonly dropped: number;
}

/**
 * Takes an answer apart that may be anything.
 * @throws AdapterError `internal` when it is not a page at all.
 */
export function cleanPage<T>(page: unknown, isRow: (value: unknown) => value is T): CleanPage<T> {
  if (!isObject(page) || !Array.isArray(page['items'])) {
    throw new AdapterError('internal', 'The adapter answered with something that is not a page: `items` is missing');
  }
  const all: readonly unknown[] = page['items'];
  const items = all.filter(isRow);
  const { nextCursor, total, totalIsEstimate } = page;
  return {
    items,
    dropped: all.length - items.length,
    nextCursor: isText(nextCursor) ? nextCursor : null,
    ...(typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 && { total }),
    ...(totalIsEstimate === true && { totalIsEstimate }),
  };
}

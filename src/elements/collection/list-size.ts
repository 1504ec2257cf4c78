import type { ListSnapshot } from '../../store/index.js';

/** Placeholders: for a first page, and below what is loaded. */
const FIRST_PLACEHOLDERS = 24;
const MORE_PLACEHOLDERS = 8;

/** How many placeholders stand for what is still to come. */
export function placeholders({ status, complete }: Pick<ListSnapshot, 'status' | 'complete'>, count: number): number {
  if (complete || status === 'error') return 0;
  return count === 0 ? FIRST_PLACEHOLDERS : MORE_PLACEHOLDERS;
}

import type { Generation } from '../../model/index.js';
import { isEntity, isId, isRecord, withProgress, withRev } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';

/** Whether a value can be followed as a generation. */
export const isGeneration = (value: unknown): value is Generation =>
  isEntity(value) && isId(value['sessionId']) && isId(value['status']) && Array.isArray(value['iterationIds']);

/** A generation with the fields left out that would break what follows it. */
const cleanGeneration = (row: Generation, before: Generation | undefined): Generation =>
  withProgress(withRev(row), before);

/** Takes generations, and the iterations that come with them. */
export function acceptGenerations(core: StoreCore, states: readonly unknown[]): void {
  for (const state of states) {
    if (!isRecord(state)) continue;
    const { generation } = state;
    if (isGeneration(generation)) {
      core.generations.accept(cleanGeneration(generation, core.generations.confirmed(generation.id)));
    }
    if (Array.isArray(state['iterations'])) core.acceptIterations(state['iterations']);
  }
}

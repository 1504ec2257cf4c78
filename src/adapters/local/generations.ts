import {
  AdapterError,
  type Generate,
  type GenerateRequest,
  type MediaGenerator,
  type Write,
} from '../../data/index.js';
import { isFinal, type Failure, type Generation, type Id } from '../../model/index.js';
import { command, commit } from './command.js';
import { GenerationRun } from './generation-run.js';
import { startGeneration } from './generation-start.js';
import { endGeneration, endIteration, settleGeneration } from './generation-state.js';
import type { Local } from './local.js';
import { activeGenerations, getGenerations, iterationsOf } from './reads.js';

const LEFT: Failure = {
  code: 'unavailable',
  message: 'The page that made this was closed before it was finished',
  userMessage: 'The page was closed while this was being made.',
  retryable: true,
};

/** The generations that this page carries out, and those that others left behind. */
export class Generations {
  readonly #local: Local;
  readonly #runs = new Map<Id, GenerationRun>();
  readonly #watched = new Set<string>();

  constructor(local: Local) {
    this.#local = local;
    local.ended.addEventListener('abort', () => this.#stopAll(), { once: true });
    local.watch(() => void this.#look());
  }

  /** What the adapter offers where there is a generator. */
  port(generator: MediaGenerator): Generate {
    return {
      start: (request: GenerateRequest, write: Write) =>
        startGeneration(this.#local, request, write, (id) => this.#begin(generator, id)),
      get: (ids, call) => getGenerations(this.#local, ids, call),
      cancel: (id, write) => this.#cancel(id, write),
      ...(generator.verbs && { verbs: generator.verbs }),
    };
  }

  /** Marks what pages that have gone left unfinished, and keeps an eye on those that are there. */
  async recover(): Promise<void> {
    const active = await this.#local.storage.transaction('readonly', activeGenerations);
    for (const runner of new Set(active.map((generation) => generation.runner))) {
      // Loaded as it is: whoever works on it is not known here.
      if (runner === '') continue;
      if (await this.#local.presence.isAlive(runner)) this.#watch(runner);
      else await this.#abandon(active.filter((generation) => generation.runner === runner));
    }
  }

  #begin(generator: MediaGenerator, id: Id): void {
    if (this.#runs.has(id) || this.#local.ended.aborted) return;
    const run = new GenerationRun(this.#local, generator, id);
    this.#runs.set(id, run);
    void run.run().finally(() => this.#runs.delete(id));
  }

  async #cancel(id: Id, write: Write): Promise<Generation> {
    const generation = await command(
      this.#local,
      write,
      ['cancel', id],
      async (unit) => {
        const row = await unit.generation(id);
        if (!row) throw new AdapterError('not-found', `There is no generation '${id}'`);
        if (isFinal(row.item.status)) return row.item;
        await unit.saveGeneration({ ...row, item: { ...row.item, status: 'canceling' } });
        for (const item of await iterationsOf(unit.tx, row.item)) {
          if (item.status === 'queued') await endIteration(unit, item, { status: 'canceled' });
          else if (item.status === 'running') await unit.saveIteration({ ...item, status: 'canceling' });
        }
        if (row.runner === '') await endGeneration(unit, id, { status: 'canceled' });
        await settleGeneration(unit, id);
        return (await unit.generation(id))?.item ?? row.item;
      },
      () => this.#runs.get(id)?.stop(),
    );
    if (!isFinal(generation.status) && !this.#runs.has(id)) void this.recover().catch(() => undefined);
    return generation;
  }

  /** Another page may have asked for the end of what runs here, or begun something that it may leave behind. */
  async #look(): Promise<void> {
    try {
      const active = await this.#local.storage.transaction('readonly', activeGenerations);
      const own = new Map(active.map((generation) => [generation.id, generation]));
      for (const [id, run] of this.#runs) if (own.get(id)?.status === 'canceling') run.stop();
      for (const { id, runner } of active) if (runner !== '' && !this.#runs.has(id)) this.#watch(runner);
    } catch {
      // The next commit, or the next page that opens, looks again.
    }
  }

  #watch(runner: string): void {
    if (this.#watched.has(runner)) return;
    this.#watched.add(runner);
    this.#local.presence.whenGone(runner, () => {
      this.#watched.delete(runner);
      if (!this.#local.ended.aborted) void this.recover().catch(() => undefined);
    });
  }

  async #abandon(generations: readonly Generation[]): Promise<void> {
    await commit(this.#local, async (unit) => {
      for (const { id } of generations) await endGeneration(unit, id, { status: 'failed', error: LEFT });
    });
  }

  #stopAll(): void {
    for (const run of this.#runs.values()) run.stop();
    this.#runs.clear();
  }
}

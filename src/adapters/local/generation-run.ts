import { AdapterError, type GeneratedMedia, type MediaGenerator, type MediaRequest } from '../../data/index.js';
import { isFinal, type Id, type Iteration, type Progress } from '../../model/index.js';
import { abortable } from './abort.js';
import { change } from './command.js';
import { endGeneration, endIteration, outcomeOf, settleGeneration, type Outcome } from './generation-state.js';
import type { Local } from './local.js';
import { bytesOf, encodeMade, previewAddress, writeBlobs, type StoredBlob } from './media.js';
import type { Tables } from './storage.js';

/** Variants made at once. */
const AT_ONCE = 2;
/** A larger preview is left out: it travels inside an address. */
const PREVIEW_BYTES = 48 * 1024;

type Made = { readonly outcome: Outcome; readonly blobs: readonly StoredBlob[] };

/** Carries one generation out. */
export class GenerationRun {
  readonly #local: Local;
  readonly #generator: MediaGenerator;
  readonly #id: Id;
  readonly #stop = new AbortController();

  constructor(local: Local, generator: MediaGenerator, id: Id) {
    this.#local = local;
    this.#generator = generator;
    this.#id = id;
  }

  /** Ends it between two steps. */
  stop(): void {
    this.#stop.abort();
  }

  /** Never rejects: what goes wrong is recorded. */
  async run(): Promise<void> {
    try {
      const row = await this.#local.read((tx) => tx.get('generations', this.#id));
      if (!row || isFinal(row.value.item.status)) return;
      await this.#all(row.value);
    } catch (error) {
      // Not even the failure of one output could be written: say so for all, if that can be.
      const outcome = outcomeOf(error);
      await change(this.#local, (unit) => endGeneration(unit, this.#id, outcome)).catch(() => undefined);
    }
  }

  async #all(row: Tables['generations']): Promise<void> {
    const { signal } = this.#stop;
    let references: Promise<readonly Blob[]> | undefined;
    const read = () =>
      (references ??= Promise.all(
        (row.brief.references ?? []).map(({ source }) => bytesOf(this.#local, source.url, signal)),
      ));
    const left = [...row.item.iterationIds];
    const work = async () => {
      for (let id = left.shift(); id !== undefined && !signal.aborted; id = left.shift())
        await this.#one(row, id, read);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    // What was stopped before its turn.
    if (signal.aborted && !this.#local.ended.aborted) {
      await change(this.#local, (unit) => endGeneration(unit, this.#id, { status: 'canceled' }));
    }
  }

  async #one(row: Tables['generations'], id: Id, references: () => Promise<readonly Blob[]>): Promise<void> {
    const item = await this.#begin(id);
    if (!item) return;
    const { outcome, blobs } = await this.#make(row, item, references);
    // A page that goes away leaves the rest to whoever comes next.
    if (this.#local.ended.aborted) return;
    try {
      await this.#end(id, outcome, blobs);
    } catch (error) {
      await this.#end(id, outcomeOf(error), []);
    }
  }

  /** Marks one output as being made; `undefined` when it is not to be any more. */
  async #begin(id: Id): Promise<Iteration | undefined> {
    return change(this.#local, async (unit) => {
      const item = await unit.iteration(id);
      const row = await unit.generation(this.#id);
      if (item?.status !== 'queued' || !row) return undefined;
      if (row.item.status === 'queued') {
        await unit.saveGeneration({ ...row, item: { ...row.item, status: 'running', startedAt: unit.at } });
      }
      return unit.saveIteration({ ...item, status: 'running' });
    });
  }

  async #make(row: Tables['generations'], item: Iteration, references: () => Promise<readonly Blob[]>): Promise<Made> {
    const { signal } = this.#stop;
    try {
      const { model, params } = row.brief;
      const request: MediaRequest = {
        kind: row.kind,
        brief: row.brief,
        references: await references(),
        seed: item.seed ?? '0',
        variant: item.variant ?? 0,
        ...(model !== undefined && { model }),
        ...(params !== undefined && { params }),
      };
      const task = { progress: (progress: ProgressOfGenerator) => void this.#progress(item.id, progress) };
      const made = await abortable(signal, () => this.#generator.make(request, task, signal));
      const { source, blobs } = await encodeMade(this.#local, row.kind, made);
      return { outcome: { status: 'succeeded', media: source, more: moreOf(made, item) }, blobs };
    } catch (error) {
      if (!signal.aborted && !(error instanceof AdapterError)) this.#local.generatorFailed(error);
      return { outcome: this.#outcome(error), blobs: [] };
    }
  }

  #outcome(error: unknown): Outcome {
    const outcome = outcomeOf(error);
    if (outcome.status !== 'canceled' || this.#stop.signal.aborted) return outcome;
    // Nobody asked for that end.
    return outcomeOf(new AdapterError('internal', 'The generator gave up', { retryable: true, cause: error }));
  }

  async #end(id: Id, outcome: Outcome, blobs: readonly StoredBlob[]): Promise<void> {
    await change(this.#local, async (unit) => {
      const item = await unit.iteration(id);
      // Deleted in the meantime: then nobody wants its files either.
      if (item && !isFinal(item.status)) {
        await writeBlobs(unit, blobs, [id]);
        await endIteration(unit, item, outcome);
      }
      await settleGeneration(unit, this.#id);
    });
  }

  async #progress(iterationId: Id, { preview, ...rest }: ProgressOfGenerator): Promise<void> {
    try {
      const url = preview && preview.size <= PREVIEW_BYTES ? await previewAddress(preview) : undefined;
      if (this.#stop.signal.aborted) return;
      const progress: Progress = { ...rest, ...(url !== undefined && { preview: url }) };
      this.#local.progress({ type: 'progress', generationId: this.#id, iterationId, progress });
    } catch {
      // Progress may be lost.
    }
  }
}

type ProgressOfGenerator = Omit<Progress, 'preview'> & { readonly preview?: Blob };

const moreOf = ({ revisedPrompt, model, params }: GeneratedMedia, item: Iteration): Partial<Iteration> => ({
  ...(revisedPrompt !== undefined && { revisedPrompt }),
  ...(model !== undefined && { model }),
  ...(params !== undefined && { params: { ...item.params, ...params } }),
});

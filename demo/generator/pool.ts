import { AdapterError, type GeneratedMedia } from '../../src/data/index.js';
import type { FromWorker, Job, Progress, ToWorker } from './job.js';

interface Task {
  readonly id: number;
  readonly job: Job;
  /** Tasks of one group wait behind one another; groups take turns. */
  readonly group: string;
  readonly resolve: (media: GeneratedMedia) => void;
  readonly reject: (failure: AdapterError) => void;
  readonly report: (progress: Progress) => void;
}

interface Seat {
  readonly worker: Worker;
  task: Task | undefined;
}

const aborted = (message: string): AdapterError => new AdapterError('aborted', message);

/** A few workers, started when first needed, and a queue in which no brief waits behind all of another. */
export class Pool {
  readonly #size: number;
  readonly #start: () => Worker;
  readonly #seats: Seat[] = [];
  readonly #queue: Task[] = [];
  #lastGroup: string | undefined;
  #nextId = 1;
  #disposed = false;

  constructor(size: number, start: () => Worker) {
    this.#size = Math.max(1, size);
    this.#start = start;
  }

  /** How many workers run at the moment. */
  get workers(): number {
    return this.#seats.length;
  }

  run(job: Job, group: string, report: Task['report'], signal: AbortSignal): Promise<GeneratedMedia> {
    return new Promise((resolve, reject) => {
      if (this.#disposed) {
        reject(aborted('The generator has been disposed'));
        return;
      }
      if (signal.aborted) {
        reject(aborted('Cancelled before it began'));
        return;
      }
      const stop = (): void => this.#abort(task);
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T): void => {
          signal.removeEventListener('abort', stop);
          settle(value);
        };
      };
      const task: Task = { id: this.#nextId++, job, group, report, resolve: settled(resolve), reject: settled(reject) };
      signal.addEventListener('abort', stop, { once: true });
      this.#queue.push(task);
      this.#fill();
    });
  }

  dispose(): void {
    this.#disposed = true;
    const tasks = [...this.#queue.splice(0), ...this.#seats.flatMap(({ task }) => task ?? [])];
    for (const { worker } of this.#seats.splice(0)) worker.terminate();
    for (const { reject } of tasks) reject(aborted('The generator has been disposed'));
  }

  #fill(): void {
    while (this.#queue.length > 0 && !this.#disposed) {
      const seat = this.#seats.find(({ task }) => !task) ?? this.#open();
      if (!seat) break;
      const task = this.#take();
      if (!task) break;
      seat.task = task;
      this.#post(seat, { type: 'make', id: task.id, job: task.job });
    }
    this.#queue.forEach(({ report }, i) => report({ value: 0, queuePosition: i + 1 }));
  }

  /** The oldest task of another group than the last one's, if there is one. */
  #take(): Task | undefined {
    const other = this.#queue.findIndex(({ group }) => group !== this.#lastGroup);
    const [task] = this.#queue.splice(Math.max(0, other), 1);
    this.#lastGroup = task?.group;
    return task;
  }

  #open(): Seat | undefined {
    if (this.#seats.length >= this.#size) return undefined;
    const seat: Seat = { worker: this.#start(), task: undefined };
    seat.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#hear(seat, data));
    seat.worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#close(seat, event.message);
    });
    this.#seats.push(seat);
    return seat;
  }

  /** A worker that broke is replaced when next needed. */
  #close(seat: Seat, reason: string): void {
    const at = this.#seats.indexOf(seat);
    if (at >= 0) this.#seats.splice(at, 1);
    seat.worker.terminate();
    seat.task?.reject(new AdapterError('internal', reason || 'The worker broke', { retryable: true }));
    this.#fill();
  }

  #post(seat: Seat, message: ToWorker): void {
    seat.worker.postMessage(message);
  }

  #hear(seat: Seat, message: FromWorker): void {
    const { task } = seat;
    if (task?.id !== message.id) return;
    if (message.type === 'progress') {
      task.report(message.progress);
      return;
    }
    seat.task = undefined;
    if (message.type === 'done') task.resolve(message.media);
    else {
      const { code, message: text, ...more } = message.failure;
      task.reject(new AdapterError(code, text, more));
    }
    this.#fill();
  }

  #abort(task: Task): void {
    const at = this.#queue.indexOf(task);
    if (at >= 0) {
      this.#queue.splice(at, 1);
      task.reject(aborted('Cancelled in the queue'));
      return;
    }
    const seat = this.#seats.find((candidate) => candidate.task === task);
    // The worker answers at its next step; until then its seat is taken.
    if (seat) this.#post(seat, { type: 'abort', id: task.id });
  }
}

import type { ImaginationsAdapter } from './adapter.js';
import type { Call } from './call.js';
import type { Subscription } from './changes.js';
import { batch, page, perId, started, state, whole, type Answer } from './check/answers.js';
import { change } from './check/changes.js';
import { outOfLimits } from './check/requests.js';
import { counts, generation, iteration, media, project, referenceFile, session } from './check/entities.js';
import { limits } from './check/limits.js';
import { verbs } from './check/verbs.js';
import { manifest, segment } from './check/segments.js';
import { filled, isObject, list, method, nullable, object } from './check/rules.js';
import { AdapterError } from './errors.js';
import { ADAPTER_METHODS, meantName } from './known-names.js';
import type { Limits } from './limits.js';

/** Something an adapter does against the contract. */
export interface AdapterProblem {
  /** Which method answered, e.g. `listIterations` or `generate.start`. */
  readonly method: string;
  /** The method, the field and how to mend it, in English, for developers. */
  readonly message: string;
}

/** How an adapter is looked after. */
export interface DefineAdapterOptions {
  /** Whether every answer is checked. Default `true`; set it to `false` in production. */
  readonly check?: boolean | undefined;
  /** Hears of each row that was left out, e.g. `({ message }) => console.warn(message)`. Default: nobody. */
  readonly report?: ((problem: AdapterProblem) => void) | undefined;
}

const METHODS: { readonly [name: string]: Answer } = {
  listSessions: page(session),
  listIterations: page(iteration),
  getSession: whole(nullable(session)),
  getIterations: perId(iteration),
  counts: whole(counts),
  refreshMedia: perId(media),
  openMedia: whole(object({ url: filled, close: method })),
  listProjects: page(project),
  createProject: whole(project),
  archive: batch,
  reassign: batch,
  annotate: batch,
  remove: batch,
  updateSession: whole(session),
  undo: batch,
  upload: whole(referenceFile),
};

const PARTS: { readonly [part: string]: { readonly [name: string]: Answer } } = {
  generate: {
    start: whole(started),
    get: perId(state),
    cancel: whole(generation),
    estimate: whole(object({})),
    models: whole(list(object({ id: filled, label: filled }))),
  },
  index: { manifest, segment },
};

const refuse = (message: string): never => {
  throw new AdapterError('invalid', `defineAdapter: ${message}`);
};

/** Looks at what can be seen without a call. */
function checkShape(adapter: ImaginationsAdapter): void {
  const given: unknown = adapter;
  if (!isObject(given)) return refuse('an adapter is an object');
  if (given['contract'] !== 1) refuse('contract must be 1');
  // Methods of classes lie on their prototype, where no list of names finds the author's own.
  for (const name of Object.keys(given)) {
    const meant = meantName(name);
    if (meant !== undefined) refuse(`'${name}' is not known; did you mean '${meant}'?`);
  }
  for (const name of ['listSessions', 'listIterations'])
    if (given[name] === undefined) refuse(`${name} is missing; it is required`);
  for (const name of ADAPTER_METHODS) {
    if (given[name] !== undefined && typeof given[name] !== 'function')
      refuse(`${name} must be a function, or left out`);
  }
  for (const [part, names] of [
    ['generate', ['start', 'get']],
    ['index', ['manifest', 'segment']],
  ] as const) {
    const value = given[part];
    if (value === undefined) continue;
    for (const name of names)
      if (!isObject(value) || typeof value[name] !== 'function') refuse(`${part}.${name} is missing`);
  }
  const making = isObject(given['generate']) ? given['generate']['verbs'] : undefined;
  const problem =
    (typeof given['limits'] === 'function' ? undefined : limits(given['limits'] ?? {}, 'limits')) ??
    (making === undefined ? undefined : verbs(making, 'generate.verbs'));
  if (problem !== undefined) refuse(problem);
}

type Method = (...args: unknown[]) => unknown;

/** Checks the answers of one adapter. */
class Watch {
  readonly #report: ((problem: AdapterProblem) => void) | undefined;
  readonly #limits: Limits | undefined;

  /** @param limits where they are known without a call. */
  constructor(report: ((problem: AdapterProblem) => void) | undefined, limits: Limits | undefined) {
    this.#report = report;
    this.#limits = limits;
  }

  /** The methods of `target` that are known, each with a look at its answer. */
  methods(
    target: object,
    answers: { readonly [name: string]: Answer },
    prefix = '',
  ): { readonly [name: string]: Method } {
    const found: { [name: string]: Method } = {};
    for (const [name, answer] of Object.entries(answers)) {
      const given: unknown = Reflect.get(target, name);
      if (typeof given === 'function') found[name] = this.#watched(target, given as Method, prefix + name, answer);
    }
    return found;
  }

  /** The subscription without the changes that are of no use. */
  subscription(inner: Subscription): Subscription {
    return {
      ...inner,
      change: (changes, position) => {
        const given: unknown = changes;
        const rows = Array.isArray(given) ? (given as typeof changes) : [];
        const sound = rows.filter((row, index) => this.#isSound(change(row, `batch[${index}]`)));
        inner.change(sound, position);
      },
      state: (now, error) => inner.state(now, error),
    };
  }

  #isSound(problem: string | undefined): boolean {
    if (problem !== undefined) this.#say('subscribe', problem);
    return problem === undefined;
  }

  #watched(target: object, run: Method, name: string, answer: Answer): Method {
    // What a method throws before there is a promise becomes a rejection like any other.
    return async (...args) => {
      const beyond = this.#limits && outOfLimits(name, args[0], this.#limits);
      if (beyond !== undefined) throw new AdapterError('unsupported', `${name}: ${beyond}`);
      const value = await run.apply(target, args);
      try {
        return answer(value, args, (message) => this.#say(name, message));
      } catch (error) {
        const message = `${name}: ${error instanceof Error ? error.message : 'the answer cannot be read'}`;
        this.#say(name, error instanceof Error ? error.message : message);
        throw new AdapterError('internal', message, { cause: error });
      }
    };
  }

  #say(name: string, message: string): void {
    try {
      this.#report?.({ method: name, message: `${name}: ${message}` });
    } catch {
      // The reporter's own trouble.
    }
  }
}

/**
 * Looks an adapter over: its shape at once, and - while developing - every answer it gives. A row that is of no use is
 * left out and reported with the method, the field and the fix; an answer that is wrong as a whole rejects with
 * `internal`, and a question beyond the limits with `unsupported`, without the adapter being asked.
 * @throws AdapterError `invalid` when the shape is wrong: a name that looks mistyped, a required method that is missing,
 * a limit or a verb that makes no sense.
 */
export function defineAdapter(adapter: ImaginationsAdapter, options: DefineAdapterOptions = {}): ImaginationsAdapter {
  checkShape(adapter);
  if (options.check === false) return adapter;
  const watch = new Watch(options.report, typeof adapter.limits === 'function' ? undefined : (adapter.limits ?? {}));
  const { contract, name, limits: given, index, generate } = adapter;
  const watched = {
    contract,
    ...(name !== undefined && { name }),
    ...(given !== undefined && {
      limits: typeof given === 'function' ? (call: Call) => given.call(adapter, call) : given,
    }),
    ...watch.methods(adapter, METHODS),
    ...(index && { index: watch.methods(index, PARTS['index'] ?? {}, 'index.') }),
    ...(generate && {
      generate: {
        ...watch.methods(generate, PARTS['generate'] ?? {}, 'generate.'),
        ...(generate.verbs && { verbs: generate.verbs }),
      },
    }),
    ...(adapter.subscribe && { subscribe: (inner: Subscription) => adapter.subscribe?.(watch.subscription(inner)) }),
    ...(adapter.dispose && { dispose: () => adapter.dispose?.() }),
  };
  return watched as unknown as ImaginationsAdapter;
}

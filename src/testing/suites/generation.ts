import { toFailure, type Generate, type GenerateRequest, type StartedGeneration, type Verb } from '../../data/index.js';
import { needsPrompt } from '../../data/verbs.js';
import { isFinal, KINDS, type Iteration, type Kind, type RunStatus } from '../../model/index.js';
import { hold, present, same } from '../check.js';
import type { Trial } from '../trial.js';
import { all, canGenerate, type Suite } from './suite.js';

const portOf = ({ adapter }: Trial): Generate => present(adapter.generate, 'generate');

const requestFor = (trial: Trial, more: Partial<GenerateRequest> = {}): GenerateRequest => ({
  session: { create: { prompt: 'a fox in the snow' } },
  origin: 'prompt',
  kind: present(trial.limits.kinds[0], 'limits.kinds[0]'),
  count: Math.min(2, trial.limits.maxVariants),
  ...more,
});

const start = (trial: Trial, more?: Partial<GenerateRequest>, key?: string): Promise<StartedGeneration> =>
  portOf(trial).start(requestFor(trial, more), trial.write(key));

const count = (iterations: readonly Iteration[], status: RunStatus): number =>
  iterations.filter((item) => item.status === status).length;

const RANK: { readonly [status in RunStatus]: number } = {
  queued: 0,
  running: 1,
  canceling: 2,
  succeeded: 3,
  failed: 3,
  canceled: 3,
};

const hasCancel = ({ adapter }: Trial): boolean => adapter.generate?.cancel !== undefined;

/** An output to go on from. */
async function output(trial: Trial, more?: Partial<GenerateRequest>): Promise<Iteration> {
  const { generation } = await start(trial, more);
  const { iterations } = await trial.ended(generation.id);
  return present(
    iterations.find(({ status }) => status === 'succeeded'),
    'an output that succeeded',
  );
}

async function checkParent(trial: Trial, origin: 'remix' | 'regenerate'): Promise<void> {
  const parent = await output(trial);
  const more = { origin, from: parent.id, session: { id: parent.sessionId }, kind: parent.kind } as const;
  const { generation } = await start(trial, { ...more, brief: { prompt: 'the same, but blue' } });
  same(generation.origin, origin, 'origin');
  same(generation.sessionId, parent.sessionId, 'sessionId');
  const { iterations } = await trial.ended(generation.id);
  hold(iterations.length > 0, 'the attempt has no iterations');
  for (const { parents } of iterations) {
    hold(
      parents?.some(({ iterationId }) => iterationId === parent.id) ?? false,
      `the parent of a ${origin} is not recorded`,
    );
  }
}

/** What a person sends who chooses a verb for an output. */
function verbRequest(verb: Verb, { id, sessionId, media, kind }: Iteration): Partial<GenerateRequest> {
  const brief = { prompt: 'the same, but blue' };
  const asked = { session: { id: sessionId }, kind: verb.makes ?? kind, count: 1 };
  if (verb.id !== 'reference')
    return {
      ...asked,
      origin: 'remix',
      from: id,
      ...(verb.id !== 'remix' && { as: verb.id }),
      ...(needsPrompt(verb) && { brief }),
    };
  const source = present(media, 'the media of an output that succeeded');
  const reference = { id, name: 'a fox', kind, source, role: 'reference', from: { iterationId: id } };
  return { ...asked, brief: { ...brief, references: [reference] } };
}

async function checkVerb(trial: Trial, verb: Verb): Promise<void> {
  const { kinds } = trial.limits;
  const makes = (kind: Kind): boolean => kinds.includes(kind) && kinds.includes(verb.makes ?? kind);
  const kind = (verb.kinds ?? KINDS).find(makes);
  // Works on what is only ever loaded from elsewhere.
  if (kind === undefined) return;
  const parent = await output(trial, { kind, count: 1 });
  const { generation } = await start(trial, verbRequest(verb, parent));
  const { iterations } = await trial.ended(generation.id);
  hold(iterations.length > 0, `the attempt of the verb ${verb.id} has no iterations`);
  for (const { parents = [] } of iterations) {
    const roles = parents.filter(({ iterationId }) => iterationId === parent.id).map(({ role }) => role);
    hold(
      roles.includes(verb.id),
      `the verb ${verb.id} must be recorded as the role of the parent, not ${roles.join(', ') || 'nothing'}`,
    );
  }
}

/** The moderation of an attempt, whether it was refused at once or failed. */
async function moderation(trial: Trial, prompt: string) {
  try {
    const { generation } = await start(trial, { session: { create: { prompt } } });
    const state = await trial.ended(generation.id);
    same(state.generation.status, 'failed', 'the status of a generation of which nothing was made');
    return state.generation.error ?? state.iterations.find(({ error }) => error)?.error;
  } catch (error) {
    return toFailure(error);
  }
}

export const generation: Suite = {
  letter: 'G',
  title: 'Generation',
  checks: [
    {
      number: 65,
      title: 'start returns final ids and all placeholders, or none',
      needs: canGenerate,
      run: async (trial) => {
        const started = await start(trial);
        const { requested } = started.generation;
        same(requested, requestFor(trial).count, 'requested');
        hold(
          [0, requested].includes(started.iterations.length),
          'start must return a placeholder for each output, or none',
        );
        const [state] = await portOf(trial).get([started.generation.id], trial.call());
        same(state?.generation.id, started.generation.id, 'the generation read back');
        const { iterations } = await trial.ended(started.generation.id);
        for (const { id } of started.iterations)
          hold(
            iterations.some((item) => item.id === id),
            `the id ${id} has changed`,
          );
        hold((await trial.sessionNow(started.session.id)) !== undefined, 'the session must be there');
        same(await portOf(trial).get(['no-such-id'], trial.call()), [null], 'an unknown generation');
      },
    },
    {
      number: 66,
      title: 'statuses only move forward',
      needs: canGenerate,
      run: async (trial) => {
        const { generation: started } = await start(trial);
        let last: RunStatus = 'queued';
        await trial.until(async () => {
          const [state] = await portOf(trial).get([started.id], trial.call());
          const { status } = present(state, 'the generation').generation;
          hold(RANK[status] >= RANK[last], `the status went from ${last} to ${status}`);
          hold(!isFinal(last) || status === last, `the status ${last} is final, but became ${status}`);
          last = status;
          return isFinal(status);
        }, 'the generation must come to an end');
      },
    },
    {
      number: 67,
      title: 'at the end the numbers add up',
      needs: canGenerate,
      run: async (trial) => {
        const { generation: started } = await start(trial);
        const { generation: end, iterations } = await trial.ended(started.id);
        const sums = (['succeeded', 'failed', 'canceled'] as const).map((status) => count(iterations, status));
        same(
          sums.reduce((a, b) => a + b, end.filtered ?? 0),
          end.requested,
          'succeeded + failed + canceled + filtered',
        );
        same(end.status === 'succeeded', count(iterations, 'succeeded') > 0, 'succeeded, when at least one is');
        for (const { id, status, media } of iterations) {
          same(media !== undefined, status === 'succeeded', `media of ${id}, which is ${status}`);
        }
      },
    },
    {
      number: 68,
      title: 'cancel twice',
      needs: all(canGenerate, hasCancel),
      run: async (trial) => {
        const { generation: started } = await start(trial);
        for (let time = 0; time < 2; time++) {
          const answer = present(await portOf(trial).cancel?.(started.id, trial.write()), 'the answer of cancel');
          hold(answer.status === 'canceling' || isFinal(answer.status), `cancel answered ${answer.status}`);
        }
        await trial.ended(started.id);
      },
    },
    {
      number: 69,
      title: 'cancel after the end is no error',
      needs: all(canGenerate, hasCancel),
      run: async (trial) => {
        const { generation: started } = await start(trial);
        const { generation: end } = await trial.ended(started.id);
        const answer = await portOf(trial).cancel?.(started.id, trial.write());
        same(answer?.status, end.status, 'the status after a late cancel');
      },
    },
    {
      number: 70,
      title: 'the wait abandoned, then the same key: one generation',
      needs: canGenerate,
      run: async (trial) => {
        const { idempotencyKey } = trial.write();
        const stop = new AbortController();
        const first = portOf(trial)
          .start(requestFor(trial), { signal: stop.signal, idempotencyKey })
          .catch(() => undefined);
        stop.abort();
        const early = await first;
        const second = await start(trial, {}, idempotencyKey);
        const third = await start(trial, {}, idempotencyKey);
        same(third.generation.id, second.generation.id, 'the generation of the same key');
        if (early) same(second.generation.id, early.generation.id, 'the generation of the same key');
        await trial.ended(second.generation.id);
        const mine = (await trial.walk()).filter(({ generationId }) => generationId === second.generation.id);
        same(mine.length, second.generation.requested, 'the outputs of one generation');
      },
    },
    {
      number: 71,
      title: 'a refused prompt is moderated and not to be tried again',
      needs: all(canGenerate, ({ options }) => options.has?.moderatedPrompt !== undefined),
      run: async (trial) => {
        const failure = await moderation(trial, trial.options.has?.moderatedPrompt ?? '');
        same(failure?.code, 'moderated', 'the code');
        hold(failure?.retryable !== true, 'a refused prompt must not be retryable');
      },
    },
    {
      number: 72,
      title: 'remix, regenerate and each verb record the parent',
      needs: canGenerate,
      run: async (trial) => {
        await checkParent(trial, 'remix');
        await checkParent(trial, 'regenerate');
        for (const verb of portOf(trial).verbs ?? []) await checkVerb(trial, verb);
      },
    },
    {
      number: 73,
      title: 'a retry says what it retries',
      needs: canGenerate,
      run: async (trial) => {
        const { generation: first, session } = await start(trial);
        await trial.ended(first.id);
        const { generation: second } = await start(trial, { session: { id: session.id }, retryOf: first.id });
        same(second.retryOf, first.id, 'retryOf');
        hold(second.id !== first.id, 'a retry must be a generation of its own');
        await trial.ended(second.id);
      },
    },
  ],
};

import { AdapterError, type GenerateRequest, type StartedGeneration, type Write } from '../../data/index.js';
import type { Brief, Id, Iteration, Session } from '../../model/index.js';
import { throwIfAborted } from './abort.js';
import { briefOf, checkBrief, checkRequest, parentsOf, seedOf, seedOr, urlsOf, type Ground } from './briefs.js';
import { command } from './command.js';
import type { Local } from './local.js';
import { keepBlobs } from './media.js';
import type { UnitOfWork } from './unit-of-work.js';

const missing = (what: string, id: Id): AdapterError => new AdapterError('not-found', `There is no ${what} '${id}'`);

async function sessionFor(unit: UnitOfWork, wanted: GenerateRequest['session']): Promise<Session> {
  if ('id' in wanted) {
    const session = await unit.session(wanted.id);
    if (!session) throw missing('session', wanted.id);
    return session;
  }
  const { title, projectIds, ...brief } = wanted.create;
  const { at, id } = unit.tick();
  const session = await unit.saveSession({
    id,
    createdAt: at,
    brief,
    ...(title !== undefined && { title }),
    ...(projectIds !== undefined && { projectIds }),
  });
  await keepBlobs(unit.tx, urlsOf(brief), id);
  return session;
}

async function groundOf(unit: UnitOfWork, request: GenerateRequest): Promise<Ground> {
  const session = await sessionFor(unit, request.session);
  const retryOf = request.retryOf === undefined ? undefined : await unit.generation(request.retryOf);
  if (request.retryOf !== undefined && !retryOf) throw missing('generation', request.retryOf);
  const named = request.from === undefined ? undefined : await unit.iteration(request.from);
  if (request.from !== undefined && !named) throw missing('iteration', request.from);
  if (!retryOf) return { session, from: named, retryOf };
  // Beside a retry `from` is the row that failed: what is made was never made from that.
  return { session, from: retryOf.from === undefined ? undefined : await unit.iteration(retryOf.from), retryOf };
}

/** A retry is the same kind of attempt as the one it repeats, made from the same. */
function asRetried(request: GenerateRequest, { retryOf }: Ground): GenerateRequest {
  const origin = retryOf?.item.origin;
  if (origin === undefined || origin === 'import') return request;
  return { ...request, origin, ...(retryOf?.as !== undefined && { as: retryOf.as }) };
}

function placeholder(request: GenerateRequest, ground: Ground, brief: Brief, seed: string, variant: number) {
  const { prompt, model, params } = brief;
  const parents = parentsOf(request, ground.from?.id, brief);
  const { projectIds } = ground.session;
  return {
    kind: request.kind,
    status: 'queued',
    variant,
    prompt,
    seed: seedOf(seed, variant),
    ...(model !== undefined && { model }),
    ...(params !== undefined && { params }),
    ...(parents.length > 0 && { parents }),
    ...(projectIds?.length && { projectIds }),
  } as const;
}

/** Records an attempt: its session, itself and a placeholder for each output. */
async function record(unit: UnitOfWork, asked: GenerateRequest, runner: string): Promise<StartedGeneration> {
  const ground = await groundOf(unit, asked);
  const request = asRetried(asked, ground);
  const brief = await briefOf(unit, request, ground);
  checkBrief(brief);
  const sessionId = ground.session.id;
  const { at, id } = unit.tick();
  const seed = seedOr(request.seed);
  const iterations: Iteration[] = [];
  for (let variant = 0; variant < request.count; variant++) {
    const tick = unit.tick();
    iterations.push(
      await unit.saveIteration({
        id: tick.id,
        createdAt: tick.at,
        sessionId,
        generationId: id,
        ...placeholder(request, ground, brief, seed, variant),
      }),
    );
  }
  const generation = await unit.saveGeneration({
    item: {
      id,
      createdAt: at,
      sessionId,
      origin: request.origin,
      status: 'queued',
      requested: request.count,
      iterationIds: iterations.map((iteration) => iteration.id),
      ...(ground.retryOf && { retryOf: ground.retryOf.item.id }),
    },
    kind: request.kind,
    brief,
    runner,
    from: ground.from?.id,
    ...(request.as !== undefined && { as: request.as }),
  });
  await keepBlobs(unit.tx, urlsOf(brief), id);
  unit.touch(sessionId);
  await unit.settle();
  const session = await unit.session(sessionId);
  return { session: session ?? ground.session, generation, iterations };
}

/**
 * Resolves once the attempt is recorded.
 * @param begin carries it out; also when nobody waits for the answer any more.
 */
export async function startGeneration(
  local: Local,
  request: GenerateRequest,
  write: Write,
  begin: (generationId: Id) => void,
): Promise<StartedGeneration> {
  throwIfAborted(write.signal);
  checkRequest(request, local.limits);
  const runner = await local.presence.claim();
  return command(
    local,
    write,
    ['start', request],
    (unit) => record(unit, request, runner),
    ({ generation }) => begin(generation.id),
  );
}

import { AdapterError, type GenerateRequest } from '../../data/index.js';
import type { Brief, Id, Iteration, Kind, Parent, ParentRole, ReferenceFile, Session } from '../../model/index.js';
import type { Tables } from './storage.js';
import type { UnitOfWork } from './unit-of-work.js';

/** What an attempt goes out from. */
export interface Ground {
  readonly session: Session;
  readonly from?: Iteration | undefined;
  readonly retryOf?: Tables['generations'] | undefined;
}

const field = (path: string, message: string): AdapterError =>
  new AdapterError('invalid', `${path} ${message}`, { fields: [{ path, message }] });

/** @throws AdapterError `invalid` with the fields at fault. */
export function checkRequest(
  { count, kind, seed, as, from }: GenerateRequest,
  limits: { readonly maxVariants: number; readonly kinds: readonly Kind[] },
): void {
  const { maxVariants, kinds } = limits;
  if (!Number.isInteger(count) || count < 1 || count > maxVariants) {
    throw field('count', `must be a whole number from 1 to ${maxVariants}`);
  }
  if (!kinds.includes(kind)) throw field('kind', `must be one of ${kinds.join(', ')}`);
  if (seed !== undefined && !/^\d{1,20}$/.test(seed))
    throw field('seed', 'must be a decimal number of at most 20 digits');
  if (as !== undefined && from === undefined) throw field('as', 'says what an output is, so from must name one');
}

/** @throws AdapterError `invalid` when there is nothing to go by. */
export function checkBrief(brief: Brief): void {
  if (brief.prompt.trim() === '' && !brief.references?.length) throw field('brief.prompt', 'must not be empty');
}

/** A chosen output as a reference of what is made from it. */
const asReference = (from: Iteration, role: ParentRole): readonly ReferenceFile[] =>
  from.media
    ? [
        {
          id: from.id,
          name: from.prompt ?? from.id,
          kind: from.kind,
          source: from.media,
          role,
          from: { iterationId: from.id },
        },
      ]
    : [];

const madeBy = async (unit: UnitOfWork, { generationId }: Iteration): Promise<Tables['generations'] | undefined> =>
  generationId === undefined ? undefined : unit.generation(generationId);

/** The brief that made an output. */
async function ownBrief(unit: UnitOfWork, from: Iteration, session: Session): Promise<Brief> {
  const made = await madeBy(unit, from);
  return {
    ...(made?.brief ?? session.brief),
    ...(from.prompt !== undefined && { prompt: from.prompt }),
    ...(from.model !== undefined && { model: from.model }),
    ...(from.params !== undefined && { params: from.params }),
  };
}

/** What an output was built on; one that was made again, on what the first of it was. */
async function builtOn(unit: UnitOfWork, from: Iteration): Promise<Id | undefined> {
  let made = await madeBy(unit, from);
  while (made?.item.origin === 'regenerate' && made.from !== undefined) {
    const former = await unit.iteration(made.from);
    made = former && (await madeBy(unit, former));
  }
  return made?.from;
}

/** The brief that made an output, for something else that is built on it: its own ancestors are not those of that. */
async function briefToBuildOn(unit: UnitOfWork, output: Iteration, session: Session): Promise<Brief> {
  const { references, ...brief } = await ownBrief(unit, output, session);
  const former = await builtOn(unit, output);
  const kept = references?.filter(({ from }) => from?.iterationId === undefined || from.iterationId !== former);
  return { ...brief, ...(kept && { references: kept }) };
}

async function baseBrief(unit: UnitOfWork, { origin, as, brief }: GenerateRequest, ground: Ground): Promise<Brief> {
  const { session, from, retryOf } = ground;
  if (retryOf) return retryOf.brief;
  if (from && origin === 'regenerate') return ownBrief(unit, from, session);
  return from && as !== undefined && brief?.prompt === undefined ? briefToBuildOn(unit, from, session) : session.brief;
}

/** The brief as it stands for one attempt: the one it goes out from, with what the request changes. */
export async function briefOf(unit: UnitOfWork, request: GenerateRequest, ground: Ground): Promise<Brief> {
  const base = await baseBrief(unit, request, ground);
  const merged: Brief = {
    ...base,
    ...request.brief,
    ...(request.model !== undefined && { model: request.model }),
    ...(request.params !== undefined && { params: request.params }),
  };
  const isRemix = request.origin === 'remix' && ground.from !== undefined;
  if (!isRemix) return merged;
  const [remixed] = asReference(ground.from, request.as ?? 'remix');
  // The composer may list it already; it is to be first, and once.
  const others = (merged.references ?? []).filter(({ from }) => from?.iterationId !== ground.from?.id);
  return { ...merged, references: remixed ? [remixed, ...others] : others };
}

/** What the outputs of an attempt are made from. */
export function parentsOf(
  { origin, as = origin === 'remix' ? 'remix' : 'variation' }: GenerateRequest,
  fromId: Id | undefined,
  brief: Brief,
): readonly Parent[] {
  const main: readonly Parent[] = fromId === undefined ? [] : [{ role: as, iterationId: fromId }];
  const references = (brief.references ?? []).filter(
    ({ from }) => fromId === undefined || from?.iterationId !== fromId,
  );
  return [
    ...main,
    ...references.map(({ id, role, from }): Parent => ({
      role: role ?? 'reference',
      referenceId: id,
      ...(from?.iterationId !== undefined && { iterationId: from.iterationId }),
    })),
  ];
}

const SEEDS = 2n ** 64n;

/** Decimal; from chance when none is wished for. */
export const seedOr = (wish: string | undefined): string =>
  wish ?? String(crypto.getRandomValues(new BigUint64Array(1))[0] ?? 0n);

/** Each variant has a seed of its own; the first one's is the attempt's. */
export const seedOf = (seed: string, variant: number): string =>
  variant === 0 ? seed : String((BigInt(seed) + BigInt(variant)) % SEEDS);

/** Every address in a brief. */
export const urlsOf = ({ references = [] }: Brief): readonly string[] =>
  references.flatMap(({ source: { url, poster, thumbnails = [] } }) => [
    url,
    ...(poster ? [poster.url] : []),
    ...thumbnails.map((thumbnail) => thumbnail.url),
  ]);

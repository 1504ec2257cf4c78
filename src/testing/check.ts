import { toFailure } from '../data/index.js';
import { stableJson } from '../internal/stable-json.js';
import type { ErrorCode, Failure } from '../model/index.js';

/** Says what an adapter does against the contract. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

/** Fails the check unless something holds. */
export function hold(condition: boolean, message: string): asserts condition {
  if (!condition) throw new ConformanceError(message);
}

const short = (json: string): string => (json.length > 300 ? `${json.slice(0, 300)}…` : json);

/** Fails the check unless both are equal as data. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [stableJson(actual).slice(1, -1), stableJson(expected).slice(1, -1)];
  hold(found === wanted, `${what}: expected ${short(wanted)}, got ${short(found)}`);
}

/** Fails the check when something is missing. */
export function present<T>(value: T | null | undefined, what: string): T {
  hold(value !== null && value !== undefined, `${what} is missing`);
  return value;
}

/** Fails the check unless a call rejects with one of some codes; its failure. */
export async function rejects(
  work: () => Promise<unknown>,
  codes: readonly ErrorCode[],
  what: string,
): Promise<Failure> {
  let failure: Failure | undefined;
  try {
    await work();
  } catch (error) {
    failure = toFailure(error);
  }
  hold(failure !== undefined, `${what} must reject with ${codes.join(' or ')}, but it resolved`);
  const { code, message } = failure;
  hold(codes.includes(code), `${what} must reject with ${codes.join(' or ')}, but it was ${code} (${message})`);
  return failure;
}

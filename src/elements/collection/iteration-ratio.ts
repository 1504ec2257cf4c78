import { knownRatio, type Iteration, type Kind } from '../../model/index.js';

const UNKNOWN: { readonly [kind in Kind]: number } = { image: 1, video: 16 / 9, audio: 1.6 };

/** Width by height of the box an iteration is shown in, also where its own is not known. */
export const iterationRatio = (iteration: Iteration): number =>
  knownRatio(iteration) ?? (UNKNOWN as { readonly [kind: string]: number })[iteration.kind] ?? 1;

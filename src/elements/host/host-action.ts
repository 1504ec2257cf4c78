import type { Selection } from '../../data/index.js';
import type { Iteration, Kind } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';

/** What a host's action works with, beside the iterations. */
export interface HostActionContext {
  readonly store: ImaginationsStore;
  /** What is meant, as an adapter takes it: where everything is selected, the query that says so. */
  readonly selection: readonly Selection[];
  /** Aborted when the element that it was started from leaves the page. */
  readonly signal: AbortSignal;
}

/** Something a host offers to do with iterations, beside what is built in. */
export interface HostAction {
  /** Unlike that of any other. */
  readonly id: string;
  /** What it is called, in the language of the page. */
  readonly label: string;
  /** Its picture: the `d` of one SVG path on a grid of 24, drawn as an outline. */
  readonly icon?: string;
  /** Media it is for; default all. */
  readonly kinds?: readonly Kind[];
  /** Whether it takes several at once, so that it stands in the bar of what is selected; default `single`. */
  readonly selection?: 'single' | 'multiple';
  /** Most iterations it takes at once. */
  readonly maximum?: number;
  /**
   * Whether it is for these; where it is not, it does not show. Called while things are drawn: it has to be quick.
   * @param items the iterations; of what is selected, those that are held. None where everything is selected.
   */
  readonly enabled?: (items: readonly Iteration[]) => boolean;
  /**
   * Does it. What it throws is told to the person, not to the page.
   * @param items the iterations; none where everything is selected: `selection` says what is meant.
   */
  readonly run: (items: readonly Iteration[], context: HostActionContext) => unknown;
}

// The page of a host, loaded into a frame: it hands its tests what they need on its window.
import { trouble } from './trouble.js';
import '../../../src/define.js';
import '../../../src/define/iteration-lightbox.js';
import * as deep from './deep.js';
import { tryFault } from './faults.js';
import { plantHole } from './hole.js';
import { makeLibrary } from './library.js';
import { walk, type Stop } from './walk.js';

/** What such a page offers. */
export interface HostPage {
  /** What it should never have heard of us. */
  readonly trouble: readonly string[];
  readonly deep: typeof deep;
  readonly makeLibrary: typeof makeLibrary;
  readonly tryFault: typeof tryFault;
  /** Goes through every view; answers where everything was. */
  readonly walk: () => Promise<readonly Stop[]>;
  /** Renders an element that a strict policy does not allow. */
  readonly plantHole: () => Promise<void>;
}

const page: HostPage = { trouble, deep, makeLibrary, tryFault, walk, plantHole };
Object.assign(window, { hostPage: page });

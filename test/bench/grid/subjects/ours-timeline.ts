import '../../../../src/define/iteration-timeline.js';
import { mountOurs } from '../ours.js';
import type { Mount } from '../library.js';

export const mount: Mount = (library, geometry, box, backend) =>
  mountOurs(document.createElement('iteration-timeline'), library, geometry, box, backend);

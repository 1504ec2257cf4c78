import '../../../../src/define/iteration-grid.js';
import { mountOurs } from '../ours.js';
import type { Mount } from '../library.js';

export const mount: Mount = (library, geometry, box, backend) =>
  mountOurs(document.createElement('iteration-grid'), library, geometry, box, backend);

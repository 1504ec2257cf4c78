import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { menuStyles } from '../../ui/menu.js';
import { stateStyles } from '../../ui/states.js';
import { toastStyles } from '../../ui/toast.js';
import { shellStyles } from './iteration-lightbox.styles.js';
import { stageStyles } from './stage/stage.styles.js';

/** Everything the lightbox looks like. */
export const lightboxStyles = [
  ...baseStyles,
  controlStyles,
  stateStyles,
  menuStyles,
  toastStyles,
  shellStyles,
  stageStyles,
];

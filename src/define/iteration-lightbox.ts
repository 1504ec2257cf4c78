import { IterationLightbox } from '../elements/iteration-lightbox/iteration-lightbox-element.js';
import { safeDefine } from './safe-define.js';

safeDefine('iteration-lightbox', IterationLightbox);

declare global {
  interface HTMLElementTagNameMap {
    'iteration-lightbox': IterationLightbox;
  }
}

import { ImaginationComposer } from '../elements/imagination-composer/imagination-composer-element.js';
import { safeDefine } from './safe-define.js';

safeDefine('imagination-composer', ImaginationComposer);

declare global {
  interface HTMLElementTagNameMap {
    'imagination-composer': ImaginationComposer;
  }
}

import { ImaginationsProvider } from '../elements/imaginations-provider/imaginations-provider-element.js';
import { safeDefine } from './safe-define.js';

safeDefine('imaginations-provider', ImaginationsProvider);

declare global {
  interface HTMLElementTagNameMap {
    'imaginations-provider': ImaginationsProvider;
  }
}

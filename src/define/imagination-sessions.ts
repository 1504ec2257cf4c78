import { ImaginationSessions } from '../elements/imagination-sessions/imagination-sessions-element.js';
import { safeDefine } from './safe-define.js';

safeDefine('imagination-sessions', ImaginationSessions);

declare global {
  interface HTMLElementTagNameMap {
    'imagination-sessions': ImaginationSessions;
  }
}

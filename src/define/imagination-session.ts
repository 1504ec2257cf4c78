import { ImaginationSession } from '../elements/imagination-session/imagination-session-element.js';
import './iteration-grid.js';
import { safeDefine } from './safe-define.js';

safeDefine('imagination-session', ImaginationSession);

declare global {
  interface HTMLElementTagNameMap {
    'imagination-session': ImaginationSession;
  }
}

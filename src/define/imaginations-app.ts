import { ImaginationsApp } from '../elements/imaginations-app/imaginations-app-element.js';
import { provideElement } from '../internal/lazy-elements.js';
import './imagination-composer.js';
import './imagination-session.js';
import './imagination-sessions.js';
import './iteration-grid.js';
import './iteration-timeline.js';
import { safeDefine } from './safe-define.js';

// The viewer is not needed for the first picture: it comes when a tile is pointed at or opened.
provideElement('iteration-lightbox', () => import('./iteration-lightbox.js'));
safeDefine('imaginations-app', ImaginationsApp);

declare global {
  interface HTMLElementTagNameMap {
    'imaginations-app': ImaginationsApp;
  }
}

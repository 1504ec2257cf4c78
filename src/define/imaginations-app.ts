import { ImaginationsApp } from '../elements/imaginations-app/imaginations-app-element.js';
import { provideElement } from '../internal/lazy-elements.js';
import './imagination-composer.js';
import './imagination-sessions.js';
import { safeDefine } from './safe-define.js';

// What the first picture does not need comes when somebody is there, at the latest when it is opened.
provideElement('iteration-grid', () => import('./iteration-grid.js'));
provideElement('imagination-session', () => import('./imagination-session.js'));
provideElement('iteration-timeline', () => import('./iteration-timeline.js'));
provideElement('iteration-lightbox', () => import('./iteration-lightbox.js'));
safeDefine('imaginations-app', ImaginationsApp);

declare global {
  interface HTMLElementTagNameMap {
    'imaginations-app': ImaginationsApp;
  }
}

import { ImaginationsApp } from '../elements/imaginations-app/imaginations-app-element.js';
import type { ImaginationSession } from '../elements/imagination-session/imagination-session-element.js';
import type { IterationGrid } from '../elements/iteration-grid/iteration-grid-element.js';
import type { IterationLightbox } from '../elements/iteration-lightbox/iteration-lightbox-element.js';
import type { IterationTimeline } from '../elements/iteration-timeline/iteration-timeline-element.js';
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
    // The compiler knows those that come later from here: an import on demand tells it nothing.
    'imagination-session': ImaginationSession;
    'iteration-grid': IterationGrid;
    'iteration-lightbox': IterationLightbox;
    'iteration-timeline': IterationTimeline;
  }
}

// Registers every element under its own name. Those that the first picture of the app does not need follow: at once where
// the page holds them by themselves, else when it has nothing else to do; the lightbox comes when it is first needed.
import './define/imaginations-app.js';
import './define/imaginations-provider.js';
import { LATER_VIEWS } from './elements/imaginations-app/later-views.js';
import { needElement } from './internal/lazy-elements.js';
import { whenIdle } from './internal/when-idle.js';

// Without a document (on a server) there is nothing to show.
if (typeof document !== 'undefined') {
  for (const tag of LATER_VIEWS) {
    const need = (): void => void needElement(tag);
    if (document.querySelector(tag)) need();
    else whenIdle(need);
  }
}

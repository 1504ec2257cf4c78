// Registers every element under its own name. Those that the first picture of the app does not need follow at once; the
// lightbox comes when it is first needed.
import './define/imaginations-app.js';
import './define/imaginations-provider.js';
import { needElement } from './internal/lazy-elements.js';

// A page may hold these tags by themselves.
void needElement('imagination-session');
void needElement('iteration-timeline');

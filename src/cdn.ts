// The single file for pages without a build step: registers every element, and hands out everything else.
import './define.js';
import './define/imagination-session.js';
import './define/iteration-lightbox.js';
import './define/iteration-timeline.js';

export * from './index.js';
export * from './adapters/indexeddb/index.js';
export * from './adapters/memory/index.js';

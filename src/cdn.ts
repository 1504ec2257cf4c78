// The single file for pages without a build step: registers every element, and hands out everything else.
import './define.js';
import './define/iteration-lightbox.js';

export * from './index.js';
export * from './adapters/indexeddb/index.js';
export * from './adapters/memory/index.js';

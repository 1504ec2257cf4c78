export * from './entities.js';
export * from './failure.js';
export * from './iteration-ratio.js';
export * from './lineage.js';
export * from './media.js';
export * from './primitives.js';
export * from './query.js';

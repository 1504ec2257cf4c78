export * from './entities.js';
export * from './failure.js';
export * from './lineage.js';
export * from './media.js';
export * from './primitives.js';
export * from './query.js';
export * from './ratio.js';

export { createSyntheticAdapter, type SyntheticAdapter, type SyntheticAdapterOptions } from './synthetic-adapter.js';

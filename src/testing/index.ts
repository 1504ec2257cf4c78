export { ConformanceError } from './check.js';
export { runAdapterConformance } from './conformance.js';
export type { ConformanceOptions, ConformanceRunner, SuiteLetter } from './conformance-options.js';
export { fakeGenerator, type FakeGeneratorOptions } from './fake-generator.js';
export { faultyAdapter, type Fault, type FaultPlan } from './faulty-adapter.js';
export { seedIterations, seedLibrary, seedSessions, type SeedLibrary, type SeedOptions } from './seeds.js';
export { slowAdapter } from './slow-adapter.js';
export { tinyPng, type Rgb } from './tiny-png.js';
export { tinyWav } from '../internal/tiny-wav.js';

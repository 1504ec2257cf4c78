import { faultTests } from './support/fault-tests.js';
import { READS } from './support/faults.js';

describe('a backend that goes wrong where it is read', () => faultTests(READS));

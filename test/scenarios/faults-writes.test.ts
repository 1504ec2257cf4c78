import { faultTests } from './support/fault-tests.js';
import { WRITES } from './support/faults.js';

describe('a backend that goes wrong where it is written', () => faultTests(WRITES));

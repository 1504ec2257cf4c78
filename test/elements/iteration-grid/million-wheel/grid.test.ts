import { scrollsByWheel } from './by-wheel.js';

scrollsByWheel('iteration-grid');

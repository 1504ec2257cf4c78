import { createStudioAdapter } from './adapter.js';

const { document, location } = globalThis;
document.querySelector('imaginations-app').adapter = createStudioAdapter(new URL('/api/', location.href));

// Registers every element under its own name; the lightbox is loaded when it is first needed.
import './define/imaginations-app.js';
import './define/imaginations-provider.js';

import { en } from '../../src/i18n/en.js';
import { addEnglish } from '../../src/i18n/registry.js';

// For tests of parts that are drawn without their element, which would bring its texts.
addEnglish(en);

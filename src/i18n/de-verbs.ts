import type { Messages } from './en.js';

/** Texts in German of the ways to build on an output: a part of `de`. */
export const deVerbs: Partial<Messages> = {
  'verb.variation': 'Variieren',
  'verb.edit': 'Bearbeiten',
  'verb.extend': 'Verlängern',
  'verb.upscale': 'Hochskalieren',
  'verb.reference': 'Als Referenz verwenden',
  'verb.aim.variation': '„{prompt}“ variieren',
  'verb.aim.edit': '„{prompt}“ bearbeiten',
  'verb.aim.extend': '„{prompt}“ verlängern',
  'verb.aim.upscale': '„{prompt}“ hochskalieren',
  'verb.own': '{label}: „{prompt}“',
  'verb.clear': 'Nicht darauf aufbauen',
  'verb.aimed': '{aim}. Die Ausgabe ist als Referenz hinzugefügt.',
  'panel.role.variation': 'Variation',
  'panel.role.edit': 'Bearbeitung',
  'panel.role.extend': 'Verlängerung',
  'panel.role.upscale': 'Hochskaliert',
  'panel.role.reference': 'Referenz',
  'panel.madeFrom.variation': 'Variation von „{prompt}“',
  'panel.madeFrom.edit': 'Bearbeitung von „{prompt}“',
  'panel.madeFrom.extend': 'Verlängerung von „{prompt}“',
  'panel.madeFrom.upscale': 'Hochskaliert aus „{prompt}“',
  'panel.madeFrom.reference': 'Referenz: „{prompt}“',
};

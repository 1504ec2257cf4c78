import type { Message } from '../message.js';

/** Texts of the ways to build on an output. */
export const verbTexts = {
  'verb.variation': 'Vary',
  'verb.edit': 'Edit',
  'verb.extend': 'Extend',
  'verb.upscale': 'Upscale',
  'verb.reference': 'Use as reference',
  'verb.aim.variation': 'Vary “{prompt}”',
  'verb.aim.edit': 'Edit “{prompt}”',
  'verb.aim.extend': 'Extend “{prompt}”',
  'verb.aim.upscale': 'Upscale “{prompt}”',
  'verb.own': '{label}: “{prompt}”',
  'verb.clear': 'Don’t build on it',
  'verb.aimed': '{aim}. The output is added as a reference.',
} as const satisfies Readonly<Record<string, Message>>;

import type { Message } from '../message.js';

/** Texts of the composer. */
export const composerTexts = {
  'composer.prompt': 'Brief',
  'composer.placeholder': 'Describe what to imagine',
  'composer.imagine': 'Imagine',
  'composer.imagining': 'Imagining…',
  'composer.generateMore': 'Describe what to make next',
  'composer.kind': 'Medium',
  'composer.variants': { one: '{count} variant', other: '{count} variants' },
  'composer.variantsLabel': 'Variants',
  'composer.addReferences': 'Add references',
  'composer.references': 'References',
  'composer.removeReference': 'Remove {name}',
  'composer.referenceAdded': 'Added {name}',
  'composer.remixOf': 'Remix of “{prompt}”',
  'composer.remixOfUntitled': 'Remix of an iteration',
  'composer.clearRemix': 'Stop remixing',
  'composer.drop': 'Drop files to use them as references',
  'composer.empty': 'Write a few words first.',
  'composer.tooLong': 'The brief is {count} characters too long.',
  'composer.tooLarge': '{name} is {size}; files up to {limit} can be used. It was not added.',
  'composer.wrongType': '{name} is not a type of file that can be used here. It was not added.',
  'composer.emptyFile': '{name} is empty. It was not added.',
  'composer.unreadable': '{name} could not be read. It was not added.',
  'composer.tooMany': {
    one: 'Only {count} reference can be used. The rest were not added.',
    other: 'Only {count} references can be used. The rest were not added.',
  },
  'composer.failedKept': 'Your brief is still here.',
  'composer.shortcut': 'Ctrl+Enter',
} as const satisfies Readonly<Record<string, Message>>;

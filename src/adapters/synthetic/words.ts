export const SUBJECTS = [
  'a lighthouse',
  'paper cranes',
  'a slow river',
  'a city of glass',
  'fox cubs',
  'rain on tin roofs',
  'an orchard',
  'a mountain hut',
  'tide pools',
  'an old observatory',
  'kites over dunes',
  'a market square',
  'a field of barley',
  'moss and stone',
  'a harbour',
  'two herons',
] as const;

export const STYLES = [
  'in ink',
  'as a woodcut',
  'in pale colours',
  'seen from above',
  'as a still life',
  'in coarse grain',
  'as folded paper',
  'in watercolour',
] as const;

export const LIGHTS = [
  'at dusk',
  'at first light',
  'under heavy cloud',
  'at noon',
  'by lamplight',
  'in fog',
  'after rain',
  'at night',
] as const;

export const MODELS = ['model-a', 'model-b', 'model-c'] as const;

export const PROJECTS = [
  'Autumn campaign',
  'Book covers',
  'Calendar',
  'Exhibition',
  'Mood boards',
  'Packaging',
  'Sketches',
  'Title sequence',
] as const;

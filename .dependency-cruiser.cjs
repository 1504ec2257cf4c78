/**
 * The import table of CONTRIBUTING.md as rules. A folder may import itself, what stands beside it here, and the
 * packages named; everything else of ours, and every other package, is refused.
 */
const TABLE = {
  model: {},
  internal: {},
  data: { ours: ['model'] },
  'adapters/local': { ours: ['data', 'model', 'internal'] },
  'adapters/memory': { ours: ['adapters/local', 'data', 'model', 'internal'] },
  'adapters/indexeddb': { ours: ['adapters/local', 'data', 'model', 'internal'], packages: ['idb'] },
  'adapters/synthetic': { ours: ['adapters/local', 'data', 'model', 'internal'] },
  store: { ours: ['data', 'model', 'internal'] },
  'layouts/geometry': { ours: ['internal'] },
  layouts: { ours: ['layouts/geometry', 'internal'], packages: ['lit', '@lit-labs/virtualizer'] },
  i18n: { ours: ['internal'] },
  theme: { ours: ['internal'], packages: ['lit'] },
  context: { ours: ['store', 'i18n'], packages: ['@lit/context'] },
  controllers: { ours: ['context', 'store', 'i18n', 'internal', 'model', 'data'], packages: ['lit', '@lit/context'] },
  ui: { ours: ['controllers', 'i18n', 'theme', 'internal', 'model', 'data'], packages: ['lit'] },
  elements: {
    ours: ['model', 'data', 'internal', 'store', 'layouts', 'i18n', 'theme', 'context', 'controllers', 'ui'],
    packages: ['lit', '@lit/context', 'client-zip', 'diff'],
  },
  testing: { ours: ['data', 'model', 'internal'] },
  define: { ours: ['elements', 'internal'] },
};

/** safe-define.ts is only the function that they call. */
const REGISTERING = '^src/(define\\.ts|define/(?!safe-define\\.ts)|cdn\\.ts)';

/** A folder named like a tag, which always has a hyphen. */
const ELEMENT = '^src/elements/[^/]+-[^/]+/';

const escape = (text) => text.replace(/[/.]/g, '\\$&');
const inside = (folder) => `^src/${folder}/`;
const packagePath = (name) => `^node_modules/${escape(name)}/|^${escape(name)}(/|$)`;

/** Folders of the table that lie inside another one of it have a row of their own. */
const nested = (folder) => Object.keys(TABLE).filter((other) => other.startsWith(`${folder}/`));

const rows = Object.entries(TABLE).flatMap(([folder, { ours = [], packages = [] }]) => {
  const from = { path: inside(folder), pathNot: nested(folder).map(inside) };
  return [
    {
      name: `${folder}: ours`,
      comment: `src/${folder} may import ${ours.length > 0 ? ours.join(', ') : 'nothing of ours'}.`,
      severity: 'error',
      from,
      to: { path: '^src/', pathNot: [inside(folder), ...ours.map(inside)] },
    },
    {
      name: `${folder}: packages`,
      comment: `src/${folder} may import ${packages.length > 0 ? packages.join(', ') : 'no package'}.`,
      severity: 'error',
      from,
      to: { pathNot: ['^src/', ...packages.map(packagePath)] },
    },
  ];
});

module.exports = {
  forbidden: [
    ...rows,
    { name: 'no cycles', comment: 'Type-only ones too.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'context: types only',
      comment: 'A context is a key and a documented type; it makes nothing.',
      severity: 'error',
      from: { path: inside('context') },
      to: { path: [inside('store'), inside('i18n')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'elements: one another',
      comment: 'Elements meet in the store and in the folders that are no tag, such as elements/intents.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: { path: ELEMENT, pathNot: ['^src/elements/$1/', '/events\\.ts$'] },
    },
    {
      name: "elements: types of another's events",
      comment: 'To listen to an event, its type is enough.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: {
        path: `${ELEMENT}events\\.ts$`,
        pathNot: '^src/elements/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'index: no registration',
      comment: 'Importing the package registers nothing.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: REGISTERING, reachable: true },
    },
    {
      name: 'define: registration only',
      comment: 'Nothing but the bundles imports what registers.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/define', '^src/cdn\\.ts$'] },
      to: { path: REGISTERING },
    },
    {
      name: 'no undeclared package',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'src: self-contained',
      comment: 'The library knows neither its tests nor its demo.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|demo|stories|scripts)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      mainFields: ['module', 'types', 'main'],
    },
  },
};

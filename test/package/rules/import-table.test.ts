import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../manifest.js';

/** Something to import in every room of the house. */
const ROOMS = [
  'src/model/it.ts',
  'src/data/it.ts',
  'src/internal/it.ts',
  'src/adapters/local/it.ts',
  'src/adapters/memory/it.ts',
  'src/adapters/indexeddb/it.ts',
  'src/adapters/synthetic/it.ts',
  'src/store/it.ts',
  'src/layouts/geometry/it.ts',
  'src/layouts/it.ts',
  'src/i18n/it.ts',
  'src/theme/it.ts',
  'src/context/it.ts',
  'src/controllers/it.ts',
  'src/ui/it.ts',
  'src/elements/iteration-grid/it.ts',
  'src/elements/iteration-timeline/it.ts',
  'src/elements/intents/it.ts',
  'src/testing/it.ts',
  'src/define/it.ts',
  'test/it.ts',
];

/** From a folder of src, what it imports, and the rule that says no. */
const REFUSED: readonly (readonly [folder: string, imports: string, rule: string])[] = [
  ['model', 'src/internal', 'model: ours'],
  ['model', 'lit', 'model: packages'],
  ['internal', 'src/model', 'internal: ours'],
  ['internal', 'lit', 'internal: packages'],
  ['data', 'src/internal', 'data: ours'],
  ['data', 'src/store', 'data: ours'],
  ['data', 'lit', 'data: packages'],
  ['adapters/memory', 'src/adapters/indexeddb', 'adapters/memory: ours'],
  ['adapters/memory', 'src/store', 'adapters/memory: ours'],
  ['adapters/memory', 'lit', 'adapters/memory: packages'],
  ['adapters/memory', 'idb', 'adapters/memory: packages'],
  ['adapters/indexeddb', 'src/adapters/memory', 'adapters/indexeddb: ours'],
  ['adapters/synthetic', 'src/adapters/memory', 'adapters/synthetic: ours'],
  ['adapters/synthetic', 'lit', 'adapters/synthetic: packages'],
  ['adapters/local', 'src/adapters/memory', 'adapters/local: ours'],
  ['store', 'lit', 'store: packages'],
  ['store', 'src/context', 'store: ours'],
  ['store', 'src/adapters/memory', 'store: ours'],
  ['layouts/geometry', 'src/layouts', 'layouts/geometry: ours'],
  ['layouts/geometry', 'src/model', 'layouts/geometry: ours'],
  ['layouts/geometry', 'lit', 'layouts/geometry: packages'],
  ['layouts', 'src/store', 'layouts: ours'],
  ['i18n', 'src/model', 'i18n: ours'],
  ['i18n', 'lit', 'i18n: packages'],
  ['theme', 'src/model', 'theme: ours'],
  ['context', 'src/model', 'context: ours'],
  ['context', 'src/store', 'context: types only'],
  ['context', 'lit', 'context: packages'],
  ['controllers', 'src/ui', 'controllers: ours'],
  ['controllers', '@lit-labs/virtualizer/virtualize.js', 'controllers: packages'],
  ['ui', 'src/store', 'ui: ours'],
  ['ui', 'src/elements/iteration-grid', 'ui: ours'],
  ['elements/iteration-grid', 'src/adapters/memory', 'elements: ours'],
  ['elements/iteration-grid', 'src/define', 'elements: ours'],
  ['elements/iteration-grid', 'src/elements/iteration-timeline', 'elements: one another'],
  ['elements/intents', 'src/elements/iteration-grid', 'elements: one another'],
  ['elements/iteration-grid', '@lit-labs/virtualizer/virtualize.js', 'elements: packages'],
  ['elements/iteration-grid', 'lit-html', 'elements: packages'],
  ['testing', 'src/store', 'testing: ours'],
  ['testing', 'lit', 'testing: packages'],
  ['testing', 'mocha', 'testing: packages'],
  ['define', 'src/store', 'define: ours'],
  ['define', 'lit', 'define: packages'],
  ['elements/iteration-grid', 'test', 'src: self-contained'],
  ['elements/iteration-grid', 'vite', 'no undeclared package'],
  ['store', 'node:fs', 'no undeclared package'],
];

const LET_PASS: readonly (readonly [folder: string, imports: string])[] = [
  ['data', 'src/model'],
  ['adapters/memory', 'src/adapters/local'],
  ['adapters/memory', 'src/data'],
  ['adapters/indexeddb', 'idb'],
  ['store', 'src/data'],
  ['layouts', 'src/layouts/geometry'],
  ['layouts', 'lit'],
  ['theme', 'lit'],
  ['context', '@lit/context'],
  ['controllers', 'src/store'],
  ['controllers', 'lit'],
  ['ui', 'src/theme'],
  ['ui', 'lit/directives/ref.js'],
  ['elements/iteration-grid', 'src/store'],
  ['elements/iteration-grid', 'src/elements/intents'],
  ['elements/iteration-grid', 'lit/decorators.js'],
  ['testing', 'src/data'],
  ['define', 'src/elements/iteration-grid'],
  ['define', 'src/internal'],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let house: string;
let violations: readonly Violation[];

function write(file: string, text: string): void {
  const to = path.join(house, file);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, text);
}

const planted = (kind: string, index: number, folder: string) => `src/${folder}/${kind}-${index}.ts`;

function plant(file: string, imports: string): void {
  const target = /^(src|test)\b/.test(imports)
    ? path.posix.relative(path.posix.dirname(file), `${imports}/it.js`).replace(/^(?!\.)/, './')
    : imports;
  write(file, `import * as it from '${target}';\nexport const used = it;\n`);
}

const rulesBrokenBy = (file: string) => violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'import-table-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    copyFileSync(path.join(root, file), path.join(house, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  for (const file of ROOMS) write(file, 'export type It = string;\nexport const it = 1;\n');
  REFUSED.forEach(([folder, imports], index) => plant(planted('refused', index, folder), imports));
  LET_PASS.forEach(([folder, imports], index) => plant(planted('passed', index, folder), imports));
  write('src/context/typed.ts', "import type { It } from '../store/it.js';\nexport type X = It;\n");
  write('src/elements/iteration-timeline/events.ts', 'export class It extends Event {}\n');
  const events = '../iteration-timeline/events.js';
  write('src/elements/iteration-grid/listens.ts', `import type { It } from '${events}';\nexport type X = It;\n`);
  write('src/elements/iteration-grid/fires.ts', `import { It } from '${events}';\nexport const x = new It('x');\n`);
  write('src/store/ring-a.ts', "import type { B } from './ring-b.js';\nexport interface A { readonly b: B }\n");
  write('src/store/ring-b.ts', "import type { A } from './ring-a.js';\nexport interface B { readonly a: A }\n");
  write('src/store/lost.ts', "export * from './nowhere.js';\n");
  write(
    'src/index.ts',
    "export * from './elements/iteration-grid/sly.js';\nexport * from './define/safe-define.js';\n",
  );
  write('src/define/safe-define.ts', 'export const safeDefine = 1;\n');
  write('src/elements/iteration-grid/sly.ts', "import '../../define/it.js';\nexport const sly = 1;\n");

  const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'src', '--preserve-symlinks', '--output-type', 'json'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(stderr);
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the import table', () => {
  it.each(REFUSED.map(([folder, imports, rule], index) => [folder, imports, rule, index] as const))(
    '%s may not import %s',
    (folder, _imports, rule, index) => {
      expect(rulesBrokenBy(planted('refused', index, folder))).toContain(rule);
    },
  );

  it.each(LET_PASS.map(([folder, imports], index) => [folder, imports, index] as const))(
    '%s may import %s',
    (folder, _imports, index) => {
      expect(rulesBrokenBy(planted('passed', index, folder))).toEqual([]);
    },
  );

  it('lets context import types of the store', () => {
    expect(rulesBrokenBy('src/context/typed.ts')).toEqual([]);
  });

  it("lets an element know the types of another's events, and no more", () => {
    expect(rulesBrokenBy('src/elements/iteration-grid/listens.ts')).toEqual([]);
    expect(rulesBrokenBy('src/elements/iteration-grid/fires.ts')).toEqual(["elements: types of another's events"]);
  });

  it('refuses a cycle, of types too', () => {
    expect(rulesBrokenBy('src/store/ring-a.ts')).toContain('no cycles');
  });

  it('refuses what cannot be found', () => {
    expect(rulesBrokenBy('src/store/lost.ts')).toContain('resolvable');
  });

  it('refuses registration behind the main entry, however far', () => {
    expect(rulesBrokenBy('src/index.ts')).toEqual(['index: no registration']);
  });

  it('has a row for every folder of the source', () => {
    const rows = new Set(violations.map(({ rule }) => rule.name.split(':')[0]));
    const config = readFileSync(path.join(root, '.dependency-cruiser.cjs'), 'utf8');
    for (const room of ROOMS.flatMap((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? [])) {
      expect({ room, row: rows.has(room) || config.includes(`'${room}/`) || config.includes(`  ${room}:`) }).toEqual({
        room,
        row: true,
      });
    }
  });
});

import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { root } from '../manifest.js';

/** The rules of the project but those that ask a type checker: the snippets belong to no program. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

async function rulesBroken(code: string, filePath: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const ELEMENT = 'src/elements/iteration-grid/x.ts';
const LIT = "import { html } from 'lit';\n";

const BANNED: readonly (readonly [what: string, file: string, rule: string, code: string])[] = [
  ['a style attribute', ELEMENT, 'house/no-style-attribute', `${LIT}export const t = html\`<p style="top: 0"></p>\`;`],
  [
    'a bound style attribute',
    ELEMENT,
    'house/no-style-attribute',
    `${LIT}export const t = (x: string) => html\`<p style=\${x}></p>\`;`,
  ],
  [
    'a style attribute on a line of its own',
    ELEMENT,
    'house/no-style-attribute',
    `${LIT}export const t = html\`<p\n  STYLE = 'top: 0'></p>\`;`,
  ],
  [
    'a style attribute after an expression',
    ELEMENT,
    'house/no-style-attribute',
    `${LIT}export const t = (x: string) => html\`<p id=\${x} style="top: 0"></p>\`;`,
  ],
  [
    'markup bound to a property',
    ELEMENT,
    'house/no-html-property-binding',
    `${LIT}export const t = (x: string) => html\`<p .innerHTML=\${x}></p>\`;`,
  ],
  [
    'styleMap',
    ELEMENT,
    'no-restricted-imports',
    "import { styleMap } from 'lit/directives/style-map.js';\nexport { styleMap };",
  ],
  [
    'unsafeHTML',
    ELEMENT,
    'no-restricted-imports',
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport { unsafeHTML };",
  ],
  [
    'unsafeSVG',
    ELEMENT,
    'no-restricted-imports',
    "import { unsafeSVG } from 'lit/directives/unsafe-svg.js';\nexport { unsafeSVG };",
  ],
  [
    'unsafeStatic',
    ELEMENT,
    'no-restricted-imports',
    "import { unsafeStatic } from 'lit/static-html.js';\nexport { unsafeStatic };",
  ],
  [
    'unsafeHTML from lit-html itself',
    ELEMENT,
    'no-restricted-imports',
    "import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';\nexport { unsafeHTML };",
  ],
  [
    'the registering root of the virtualizer',
    ELEMENT,
    'no-restricted-imports',
    "import { virtualize } from '@lit-labs/virtualizer';\nexport { virtualize };",
  ],
  ['innerHTML', ELEMENT, 'no-restricted-syntax', "export const f = (e: Element) => (e.innerHTML = '');"],
  ['innerHTML by its name', ELEMENT, 'no-restricted-syntax', "export const f = (e: Element) => (e['innerHTML'] = '');"],
  ['outerHTML', ELEMENT, 'no-restricted-syntax', "export const f = (e: Element) => (e.outerHTML = '');"],
  [
    'insertAdjacentHTML',
    ELEMENT,
    'no-restricted-syntax',
    "export const f = (e: Element) => e.insertAdjacentHTML('beforeend', '');",
  ],
  [
    'a style by setAttribute',
    ELEMENT,
    'no-restricted-syntax',
    "export const f = (e: Element) => e.setAttribute('style', '');",
  ],
  ['document.write', ELEMENT, 'no-restricted-syntax', "export const f = () => document.write('');"],
  ['scrollIntoView', ELEMENT, 'no-restricted-syntax', 'export const f = (e: Element) => e.scrollIntoView();'],
  ['plain focus()', ELEMENT, 'no-restricted-syntax', 'export const f = (e: HTMLElement) => e.focus();'],
  ['EventSource', 'src/store/x.ts', 'no-restricted-syntax', "export const f = () => new EventSource('/');"],
  [
    'EventSource of a global',
    'src/store/x.ts',
    'no-restricted-syntax',
    "export const f = () => new globalThis.EventSource('/');",
  ],
  ['document.activeElement', ELEMENT, 'no-restricted-syntax', 'export const f = () => document.activeElement;'],
  ['document.getElementById', ELEMENT, 'no-restricted-syntax', "export const f = () => document.getElementById('a');"],
  ['the console', 'src/data/x.ts', 'no-console', "export const f = () => console.log('');"],
  ['document in the store', 'src/store/x.ts', 'no-restricted-globals', 'export const f = () => document.title;'],
  ['window in the model', 'src/model/x.ts', 'no-restricted-globals', 'export const f = () => window.name;'],
  ['document in the port', 'src/data/x.ts', 'no-restricted-globals', 'export const f = () => document.title;'],
  ['window in geometry', 'src/layouts/geometry/x.ts', 'no-restricted-globals', 'export const f = () => window.name;'],
  ['any', 'src/model/x.ts', '@typescript-eslint/no-explicit-any', 'export type X = any;'],
  ['a ts comment', 'src/model/x.ts', '@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport const x = 1;'],
  ['!', 'src/model/x.ts', '@typescript-eslint/no-non-null-assertion', 'export const f = (x?: { y: 1 }) => x!.y;'],
  [
    'a comment that switches a rule off',
    'src/data/x.ts',
    'no-console',
    "// eslint-disable-next-line no-console\nexport const f = () => console.log('');",
  ],
  ['a file of more than 400 lines', 'src/model/x.ts', 'max-lines', 'export const x = 1;\n'.repeat(401)],
];

const ALLOWED: readonly (readonly [what: string, file: string, code: string])[] = [
  ['.style, data-style', ELEMENT, `${LIT}export const t = (x: string) => html\`<p .style=\${x} data-style="a"></p>\`;`],
  ['el.style', ELEMENT, "export const f = (e: HTMLElement) => e.style.setProperty('top', '0');"],
  ['focus({ preventScroll })', ELEMENT, 'export const f = (e: HTMLElement) => e.focus({ preventScroll: true });'],
  [
    'activeElement of the own root',
    ELEMENT,
    'export const f = (e: Element) => (e.getRootNode() as ShadowRoot).activeElement;',
  ],
  [
    'virtualize.js',
    'src/layouts/x.ts',
    "import { virtualize } from '@lit-labs/virtualizer/virtualize.js';\nexport { virtualize };",
  ],
];

describe('the lint rules of the project', () => {
  it.each(BANNED)('refuse %s', async (_what, file, rule, code) => {
    expect(await rulesBroken(code, file)).toContain(rule);
  });

  it.each(ALLOWED)('let pass %s', async (_what, file, code) => {
    expect(await rulesBroken(code, file)).toEqual([]);
  });
});

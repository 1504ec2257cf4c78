import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { houseRules } from './scripts/lint-rules.mjs';

const bannedImports = {
  paths: [
    { name: 'lit/directives/style-map.js', message: 'A strict style-src blocks its first render: use el.style.' },
    { name: 'lit/directives/unsafe-html.js', message: 'Bind text, not markup.' },
    { name: 'lit/directives/unsafe-svg.js', message: 'Bind text, not markup.' },
    { name: 'lit/directives/unsafe-mathml.js', message: 'Bind text, not markup.' },
    { name: 'lit/static-html.js', importNames: ['unsafeStatic'], message: 'Bind text, not markup.' },
    { name: '@lit-labs/virtualizer', message: 'Its root registers <lit-virtualizer>: import virtualize.js.' },
  ],
  patterns: [
    {
      regex: '^lit-html/(directives/(style-map|unsafe-.*)|static)(\\.js)?$',
      message: 'Import from lit, and none of the unsafe directives.',
    },
  ],
};

const named = (names) =>
  `:matches(MemberExpression[computed=false][property.name=/^(${names})$/], MemberExpression[computed=true][property.value=/^(${names})$/])`;

const bannedSyntax = [
  {
    selector: named('innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|srcdoc'),
    message: 'Build nodes or bind text, not markup.',
  },
  {
    selector: named('scrollIntoView|scrollIntoViewIfNeeded'),
    message: "It scrolls the host's page too: write the scrollTop of our own scroller.",
  },
  {
    selector: "CallExpression[arguments.length=0][callee.property.name='focus']",
    message: "It scrolls the host's page: focus({ preventScroll: true }).",
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'A strict style-src blocks it: use el.style.',
  },
  {
    selector: "NewExpression[callee.name='EventSource'], NewExpression[callee.property.name='EventSource']",
    message: 'It gives up for ever after one refused answer: read the stream with fetch.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: "It rewrites the host's page.",
  },
];

const ownRootOnly = {
  selector:
    "MemberExpression[object.name='document'][property.name=/^(activeElement|getElementById|querySelector|querySelectorAll)$/]",
  message: 'It stops at the outermost shadow root: ask getRootNode() or renderRoot.',
};

const noBrowser = ['document', 'window', 'self', 'localStorage', 'navigator', 'HTMLElement', 'customElements'].map(
  (name) => ({ name, message: 'This layer runs without a browser.' }),
);

export default defineConfig(
  globalIgnores(['dist', 'cdn', 'demo/dist', 'storybook-static', 'coverage', 'node_modules', '**/*.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  wc.configs['flat/best-practice'],
  lit.configs['flat/all'],
  {
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { wc: { elementBaseClasses: ['LitElement'] }, litHtmlSources: true },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-arrow': 'off',
      // A getter says the same, without a decorator's helpers on the page.
      'lit/prefer-query-decorators': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: 'error',
    },
  },
  storybook.configs['flat/recommended'],
  {
    files: ['src/**/*.ts'],
    plugins: { house: houseRules },
    rules: {
      'house/no-style-attribute': 'error',
      'house/no-html-property-binding': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-imports': ['error', bannedImports],
      'no-restricted-syntax': ['error', ...bannedSyntax],
    },
  },
  {
    files: ['src/{elements,ui,controllers}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedSyntax, ownRootOnly] },
  },
  {
    // The one place that may: what got the focus by a key is to be seen, wherever the page has scrolled to.
    files: ['src/internal/reveal-around.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...bannedSyntax.filter(({ selector }) => !selector.includes('scrollIntoView'))],
    },
  },
  {
    files: ['src/{model,data,store,testing}/**/*.ts', 'src/layouts/geometry/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...noBrowser] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        clearInterval: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        performance: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        structuredClone: 'readonly',
      },
    },
  },
  {
    files: ['test/**', 'stories/**', '.storybook/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // Tests wrap what the browser has on its prototypes.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-imports': [
        'error',
        {
          name: '@open-wc/testing',
          importNames: ['waitUntil', 'aTimeout'],
          message: 'They give up after a second, or wait by the clock: use test/support/wait.ts.',
        },
      ],
    },
  },
  {
    files: ['test/support/wait.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['test/bench/**/*.mjs'],
    languageOptions: { globals: { AbortController: 'readonly', globalThis: 'readonly' } },
  },
  {
    files: ['demo/plain/*.js'],
    languageOptions: { globals: { document: 'readonly' } },
  },
);

// Plugins of our builds: the package (vite.config.ts), the demo and Storybook.
import { transformSync } from 'esbuild';
import htmlLiterals from 'rollup-plugin-html-literals';
import type { Plugin } from 'vite';

/** Everything of this repository, nothing of its dependencies. */
export const ownModules = /^(?!.*\/node_modules\/).*\.[jt]s$/;

/**
 * `sideEffects` of package.json names published files only. When we build from source, it would have the imports that
 * register elements dropped as unused; these modules are kept whatever it says.
 */
export const keepSideEffects = (modules: RegExp): Plugin => ({
  name: 'keep-side-effects',
  transform: (code, id) => (modules.test(id) ? { code, map: null, moduleSideEffects: true } : null),
});

/** CSS with an expression inside is not CSS yet: only its indentation goes. */
const minifyCss = (css: string): string =>
  css.includes('@TEMPLATE_EXPRESSION')
    ? css.replace(/\n\s*/g, '\n')
    : transformSync(css, { loader: 'css', minify: true }).code.trim();

/** Minifies what stands in html`…` and css`…`, in our own modules only. */
export const minifyLiterals = (sourceFolder: string) =>
  htmlLiterals({
    failOnError: true,
    filter: (id) => id.startsWith(sourceFolder) && id.endsWith('.ts'),
    options: {
      minifyOptions: {
        conservativeCollapse: true,
        decodeEntities: false,
        minifyCSS: minifyCss,
        removeEmptyAttributes: false,
      },
    },
  });

const LIT_POLICY = /(\w+)\.createPolicy\((["'])lit-html\2,\s*(\{[^{}]*\})\)/g;

/**
 * Gives the copy of lit-html in the bundle a Trusted Types policy of its own. Under its usual name it could be created
 * only once on a page: whichever copy of Lit came second would throw at import, be it ours or the host's. Where the
 * host allows no policy of this name either, Lit goes on without one.
 */
export const ownTrustedTypesPolicy = (policyName: string): Plugin => {
  let found = false;
  return {
    name: 'own-trusted-types-policy',
    transform(code, id) {
      if (!/lit-html\/(?:development\/)?lit-html\.js$/.test(id)) return null;
      const own = code.replace(
        LIT_POLICY,
        (_, factory: string, _quote, rules: string) =>
          `(()=>{try{return ${factory}.createPolicy(${JSON.stringify(policyName)},${rules})}catch{return undefined}})()`,
      );
      found ||= own !== code;
      return { code: own, map: null };
    },
    generateBundle() {
      if (!found) this.error('lit-html no longer creates its policy where this plugin looks for it.');
    },
  };
};

const DECORATED = /^_+decorate\(\[(property|state)\(([^]*?)\)\], (\w+)\.prototype, "(\w+)", (?:void 0|null)\);$/gm;
const DECORATORS = /^import \{([^}]*)\} from "lit\/decorators\.js";$/m;

/**
 * Writes Lit's reactive properties as `static properties`, which Lit reads alike: the source has them as decorators, which
 * cost a page 0.4 kB (gzip) of calls, and of helpers that nothing else needs.
 */
export const plainProperties = (sourceFolder: string): Plugin => ({
  name: 'plain-properties',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(sourceFolder) || !code.includes('lit/decorators.js')) return null;
    const declared = new Map<string, string[]>();
    const plain = code.replace(DECORATED, (call, kind: string, options: string, owner: string, name: string) => {
      const given = options.trim();
      if ((kind === 'state' && given) || given.includes('//')) this.error(`Options of "${name}" are not understood.`);
      const entry = `${name}: ${kind === 'state' ? '{ state: true }' : given || '{}'}`;
      declared.set(owner, [...(declared.get(owner) ?? []), entry]);
      // The lines stay where the source map has them.
      return '\n'.repeat(call.split('\n').length - 1);
    });
    if (/decorate\(\[(?:property|state)\(|\b(?:property|state)\([^]*?\)\], /.test(plain)) {
      this.error('A reactive property was not understood.');
    }
    const statics = [...declared].map(([owner, entries]) => `${owner}.properties = { ${entries.join(',\n')} };\n`);
    const rest = `${plain}\n${statics.join('')}`;
    const used = rest.replace(DECORATORS, (_, names: string) => {
      const kept = names.split(',').filter((name) => rest.split(new RegExp(`\\b${name.trim()}\\(`)).length > 1);
      return kept.length > 0 ? `import {${kept.join(',')}} from "lit/decorators.js";` : '';
    });
    return { code: used, map: null };
  },
});

import { cemSorterPlugin } from '@wc-toolkit/cem-sorter';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const classesOf = (manifest) =>
  manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ kind }) => kind === 'class');

const eachNode = (node, visit) => {
  if (node === null || typeof node !== 'object') return;
  visit(node);
  Object.values(node).forEach((child) => eachNode(child, visit));
};

// A type too deep to be spelt out stays as it is written, which is fine: it need not be said of each.
const { warn } = console;
console.warn = (...args) => {
  if (!args.some((text) => String(text).includes('[type-parser] - Skipped'))) warn(...args);
};

/** What a host sees: the public members, and of the events those that are documented. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of classesOf(customElementsManifest)) {
      declaration.members = declaration.members?.filter(({ privacy = 'public' }) => privacy === 'public');
      // The analyzer takes the first argument of `dispatchEvent(new AnyEvent(x))` for an event's name.
      declaration.events = declaration.events?.filter(({ description }) => description);
      // A class that others extend is not an element of its own.
      if (declaration.tagName === undefined) delete declaration.customElement;
    }
  },
};

const tidyTexts = {
  name: 'tidy-texts',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.schemaVersion = '2.1.0';
    const published = (file) => file.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    eachNode(customElementsManifest.modules, (node) => {
      if (typeof node.path === 'string') node.path = published(node.path);
      if (typeof node.module === 'string') node.module = published(node.module);
      if (typeof node.text === 'string') node.text = node.text.replace(/(?: \| undefined){2,}$/, ' | undefined');
    });
  },
};

/** For JSX, the types of events come from the main entry: the generator would only name them. */
const jsxTypes = {
  name: 'jsx-types',
  packageLinkPhase({ customElementsManifest }) {
    const manifest = structuredClone(customElementsManifest);
    for (const { events = [] } of classesOf(manifest)) {
      for (const { type } of events) {
        if (/^\w+Event$/.test(type?.text) && type.text !== 'CustomEvent')
          type.text = `import('./index.js').${type.text}`;
      }
    }
    generateJsxTypes(manifest, {
      outdir: 'dist',
      fileName: 'jsx.d.ts',
      componentTypePath: (_, tag) => `./elements/${tag}/${tag}-element.js`,
      stronglyTypedEvents: true,
    });
  },
};

export default {
  globs: ['src/elements/**/*-element.ts'],
  litelement: true,
  outdir: '.',
  /** Gives the type parser a program, so that named types are spelt out in the manifest. */
  overrideModuleCreation({ ts, globs }) {
    const program = getTsProgram(ts, globs, 'tsconfig.cem.json');
    return program.getSourceFiles().filter(({ fileName }) => globs.some((glob) => fileName.includes(glob)));
  },
  plugins: [
    typeParserPlugin({ parseObjectTypes: 'none' }),
    publicOnly,
    cemSorterPlugin(),
    tidyTexts,
    customElementVsCodePlugin({ outdir: '.' }),
    customElementJetBrainsPlugin({ outdir: '.', packageJson: false }),
    jsxTypes,
  ],
};

import { cemSorterPlugin } from '@wc-toolkit/cem-sorter';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const published = (file) => file.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** The analyzer takes the first argument of `dispatchEvent(new AnyEvent(x))` for an event's name: keep documented events. */
const documentedEventsOnly = {
  name: 'documented-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.events) declaration.events = declaration.events.filter((event) => event.description);
      }
    }
    customElementsManifest.schemaVersion = '2.1.0';
  },
};

/** Names the files that are in the package, not their sources. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const rename = (node) => {
      if (node === null || typeof node !== 'object') return;
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = published(value);
        else rename(value);
      }
    };
    rename(customElementsManifest.modules);
  },
};

export default {
  globs: ['src/elements/**/*-element.ts', 'src/define/*.ts'],
  litelement: true,
  outdir: '.',
  /** Gives typeParserPlugin a program, so that named types are spelt out in the manifest. */
  overrideModuleCreation({ ts, globs }) {
    const program = getTsProgram(ts, globs, 'tsconfig.cem.json');
    return program.getSourceFiles().filter(({ fileName }) => globs.some((glob) => fileName.includes(glob)));
  },
  plugins: [
    typeParserPlugin({ parseObjectTypes: 'none' }),
    documentedEventsOnly,
    cemSorterPlugin(),
    publishedPaths,
    customElementVsCodePlugin({ outdir: '.' }),
    customElementJetBrainsPlugin({ outdir: '.', packageJson: false }),
    jsxTypesPlugin({
      outdir: 'dist',
      fileName: 'jsx.d.ts',
      componentTypePath: (_, tag) => `./elements/${tag}/${tag}-element.js`,
      stronglyTypedEvents: true,
    }),
  ],
};

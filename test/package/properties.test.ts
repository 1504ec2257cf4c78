import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './manifest.js';

interface Built {
  readonly elementProperties: ReadonlyMap<string, { readonly attribute?: unknown; readonly state?: boolean }>;
  readonly observedAttributes: readonly string[];
}

const library = (await import(path.join(root, 'dist/index.js'))) as Readonly<Record<string, Built>>;

/** What a source file declares by decorators, its base class's too. */
function declaredIn(file: string): { readonly properties: string[]; readonly states: string[] } {
  const code = readFileSync(file, 'utf8');
  const names = (kind: string): string[] =>
    [...code.matchAll(new RegExp(`@${kind}\\([^]*?\\)\\s+(?:private |override |readonly |get )*(\\w+)`, 'g'))].map(
      ([, name = '']) => name,
    );
  return { properties: names('property'), states: names('state') };
}

const elements = path.join(root, 'src/elements');
const settings = declaredIn(path.join(elements, 'host/settings-element.ts'));
const shared = declaredIn(path.join(elements, 'collection/collection-element.ts'));

describe('reactive properties of the built elements', () => {
  for (const tag of readdirSync(elements).filter((name) => name.includes('-'))) {
    it(`${tag} has those of its source`, () => {
      const own = declaredIn(path.join(elements, tag, `${tag}-element.ts`));
      const isCollection = tag === 'iteration-grid' || tag === 'iteration-timeline';
      const hasSettings = tag === 'imaginations-app' || tag === 'imaginations-provider';
      const properties = [
        ...own.properties,
        ...(isCollection ? shared.properties : []),
        ...(hasSettings ? settings.properties : []),
      ];
      const states = [...own.states, ...(isCollection ? shared.states : [])];
      const built = library[tag.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())];
      if (!built) throw new Error(`No class for ${tag}`);
      expect(built.observedAttributes).toBeInstanceOf(Array);
      expect([...built.elementProperties.keys()].sort()).toEqual([...properties, ...states].sort());
      const inner = [...built.elementProperties].filter(([, { state }]) => state === true);
      expect(inner.map(([name]) => name).sort()).toEqual([...states].sort());
    });

    it(`${tag} hears the attributes of its documentation`, () => {
      const built = library[tag.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())];
      const manifest = JSON.parse(readFileSync(path.join(root, 'custom-elements.json'), 'utf8')) as {
        readonly modules: readonly {
          readonly declarations?: readonly {
            readonly tagName?: string;
            readonly attributes?: readonly { readonly name: string }[];
          }[];
        }[];
      };
      const documented = manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .find(({ tagName }) => tagName === tag);
      const names = (documented?.attributes ?? []).map(({ name }) => name);
      expect([...(built?.observedAttributes ?? [])].sort()).toEqual(names.sort());
    });
  }
});

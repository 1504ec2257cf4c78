import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importInNode } from './import-in-node.js';
import { entries, files, manifest, registers, root } from './manifest.js';

const listed = manifest.sideEffects.map((file) => file.slice('./'.length)).sort();

describe('side effects', () => {
  it('are listed for the files that register elements, and for no other', () => {
    const built = [...files('dist', /\.js$/), ...files('cdn', /\.js$/)];
    expect(listed).toEqual(built.filter(registers));
  });

  it('of the list are real: each file registers something when it is imported', () => {
    for (const file of listed) {
      const { defined } = importInNode(file, { customElements: true });
      expect({ file, some: defined.length > 0 }).toEqual({ file, some: true });
    }
  });

  it('are not found elsewhere: every other module leaves the registry and the globals alone', () => {
    const others = files('dist', /\.js$/).filter((file) => !registers(file));
    const { defined, globals } = importInNode(others, { customElements: true });
    expect(defined).toEqual([]);
    expect(globals).toEqual([]);
  });
});

describe('without a browser', () => {
  const entriesOfCode = entries().filter(({ kind, file }) => kind === 'code' && file.startsWith('dist/'));

  it.each(entriesOfCode.filter(({ file }) => !registers(file)).map(({ subpath, file }) => [subpath, file]))(
    '%s can be imported',
    (_subpath, file) => {
      expect(importInNode(file).globals).toEqual([]);
    },
  );

  it('a define module can be imported too, for a server that renders the page', () => {
    expect(importInNode('dist/define.js').defined).toEqual([]);
  });
});

describe('module graph', () => {
  const imports = (file: string): readonly string[] =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(
      ([, to = '']) => path.posix.join(path.posix.dirname(file), to),
    );
  const reach = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (!seen.has(file)) {
      seen.add(file);
      for (const next of imports(file)) reach(next, seen);
    }
    return seen;
  };

  it('of a library entry never reaches a module that registers', () => {
    const library = entries().filter(({ kind, file }) => kind === 'code' && /^dist\//.test(file) && !registers(file));
    for (const { file } of library) expect([...reach(file)].filter(registers)).toEqual([]);
  });

  it('of define reaches every element', () => {
    const tags = files('dist/define', /\.js$/).filter(registers);
    const reached = reach('dist/define.js');
    expect(tags.filter((file) => !reached.has(file))).toEqual([]);
  });

  it('imports from outside only what package.json declares', () => {
    const outside = files('dist', /\.js$/).flatMap((file) =>
      [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(/^(?:import|export)\b[^;]*?["']([^."'][^"']*)["'];/gm),
      ].map(([, to = '']) => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0]),
    );
    expect([...new Set(outside)].filter((name) => !Object.keys(manifest.dependencies).includes(name ?? ''))).toEqual(
      [],
    );
  });

  it('has no path with a version or a workplace in it', () => {
    expect(files('dist', /@\d|_virtual|node_modules/)).toEqual([]);
  });
});

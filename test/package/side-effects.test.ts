import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importInNode } from './import-in-node.js';
import { entries, files, manifest, registers, root } from './manifest.js';

const listed = manifest.sideEffects.map((file) => file.slice('./'.length)).sort();

/** What Lit itself puts on the global object, here with its stand-ins for a DOM. */
const lits = new Set(importInNode('lit').globals);
const notLits = (globals: readonly string[]) => globals.filter((name) => !lits.has(name));

describe('side effects', () => {
  it('are listed for the files that register elements, and for no other', () => {
    const built = [...files('dist', /\.js$/), ...files('cdn', /\.js$/)];
    expect(listed).toEqual(built.filter(registers).sort());
  });

  it('of the define entry register more than one element', () => {
    expect(importInNode('dist/define.js', { registry: true }).defined.length).toBeGreaterThan(1);
  });

  it('are found nowhere else: every other module leaves the registry and the globals alone', () => {
    const others = files('dist', /\.js$/).filter((file) => !registers(file));
    const { defined, globals } = importInNode(others, { registry: true });
    expect(defined).toEqual([]);
    expect(notLits(globals)).toEqual([]);
  });

  it.each(files('dist/define', /\.js$/).filter(registers))('of %s register its own tag', (file) => {
    expect(importInNode(file, { registry: true }).defined).toContain(path.basename(file, '.js'));
  });
});

describe('without a browser', () => {
  const code = entries().filter(({ kind, file }) => kind === 'code' && /^dist\//.test(file));

  it.each(code.map(({ subpath, file }) => [subpath, file] as const))('%s can be imported', (_subpath, file) => {
    expect(notLits(importInNode(file).globals)).toEqual([]);
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

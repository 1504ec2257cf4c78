import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { entries, files, manifest, root } from './manifest.js';

describe('exports', () => {
  it.each(entries().map(({ subpath, kind, file }) => [subpath, kind, file]))(
    '%s finds its %s',
    (_subpath, _kind, file) => {
      expect(existsSync(path.join(root, file))).toBe(true);
    },
  );

  it('gives every module of code its types', () => {
    const code = entries().filter(({ kind, file }) => kind === 'code' && file.endsWith('.js'));
    const typed = new Set(entries().flatMap(({ subpath, kind }) => (kind === 'types' ? [subpath] : [])));
    expect(code.map(({ subpath }) => subpath).filter((subpath) => !typed.has(subpath))).toEqual([]);
  });

  it('offers one module for each public element', () => {
    const tags = files('src/define', /\.ts$/).map((file) => path.basename(file, '.ts'));
    const offered = entries().flatMap(({ subpath }) => /^\.\/define\/(.+)\.js$/.exec(subpath)?.[1] ?? []);
    expect([...new Set(offered)].sort()).toEqual(tags);
  });

  it('ships every file that it names', () => {
    const shipped = (file: string) =>
      file === 'package.json' || manifest.files.some((entry) => file === entry || file.startsWith(`${entry}/`));
    expect(entries().filter(({ file }) => !shipped(file))).toEqual([]);
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

type Target = string | { readonly types?: string; readonly default?: string };

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, Target>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

export const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

export const files = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => pattern.test(file))
    .sort();

export interface Entry {
  /** What a host writes after the package's name. */
  readonly subpath: string;
  readonly kind: 'types' | 'code';
  /** The file it must find, from the package's folder. */
  readonly file: string;
}

/** Every subpath of `exports`, the ones with a star spelt out. */
export function entries(): readonly Entry[] {
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    const targets = typeof target === 'string' ? { default: target } : target;
    return Object.entries(targets).flatMap(([condition, to]) => {
      const kind = condition === 'types' ? 'types' : 'code';
      const file = to.slice('./'.length);
      if (!subpath.includes('*')) return [{ subpath, kind, file } as const];
      const [head = '', tail = ''] = file.split('*');
      return files(path.dirname(head + 'x'), /./)
        .filter((found) => found.startsWith(head) && found.endsWith(tail))
        .filter((found) => kind === 'types' || !found.endsWith('.d.ts'))
        .map((found) => ({ subpath: subpath.replace('*', found.slice(head.length, -tail.length)), kind, file: found }));
    });
  });
}

export const registers = (file: string): boolean => /^(dist\/define(\.js|\/(?!safe-define\.js).*)|cdn\/.*)$/.test(file);

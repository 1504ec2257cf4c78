import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.js';

const src = path.resolve(import.meta.dirname, '../../../src');
const keys = new Set(Object.keys(en));

/** Every module of ours that one loads, at once or later. */
function graphOf(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  const code = readFileSync(entry, 'utf8');
  for (const [, file] of code.matchAll(/(?:^(?:import|export)(?! type)[^;]*?|\bimport\()'(\.[^']+)\.js'/gm)) {
    graphOf(path.resolve(path.dirname(entry), `${file ?? ''}.ts`), seen);
  }
  return seen;
}

/** What a module asks for: keys as they stand, and all keys under a prefix that is completed at run time. */
function asked(code: string): string[] {
  const whole = [...code.matchAll(/'([a-z]+\.[\w.-]+)'/gi)].map(([, key]) => key ?? '').filter((key) => keys.has(key));
  const prefixes = [...code.matchAll(/\bt\(\s*`([a-z]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
  return [...whole, ...prefixes.map((prefix) => `${prefix}*`)];
}

const isText = (file: string): boolean => file.startsWith(path.join(src, 'i18n/texts'));

describe('texts', () => {
  // The provider draws nothing.
  for (const file of readdirSync(path.join(src, 'define')).filter(
    (name) => name.includes('-') && !['safe-define.ts', 'imaginations-provider.ts'].includes(name),
  )) {
    it(`of ${path.basename(file, '.ts')} come with it`, () => {
      const modules = [...graphOf(path.join(src, 'define', file))];
      const brought = modules
        .filter(isText)
        .map((module) => readFileSync(module, 'utf8'))
        .join('\n');
      const wanted = modules
        .filter((module) => !isText(module) && !module.includes('/i18n/'))
        .flatMap((module) => asked(readFileSync(module, 'utf8')));
      const missing = [...new Set(wanted)].filter((key) => !key.endsWith('*') && !brought.includes(`'${key}':`));
      expect(wanted.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
    });
  }
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.js';

const src = path.resolve(import.meta.dirname, '../../../src');
const keys = new Set(Object.keys(en));

/** Every module of ours that one loads: at once, or later too. */
function graphOf(entry: string, isLaterToo: boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  const code = readFileSync(entry, 'utf8');
  for (const [text, file] of code.matchAll(/(?:^(?:import|export)(?! type)[^;]*?|\bimport\()'(\.[^']+)\.js'/gm)) {
    if (isLaterToo || !text.startsWith('import(')) {
      graphOf(path.resolve(path.dirname(entry), `${file ?? ''}.ts`), isLaterToo, seen);
    }
  }
  return seen;
}

/** What a module asks for: keys as they stand, and the keys that one completed at run time may turn out to be. */
function asked(code: string): (readonly string[])[] {
  const whole = [...code.matchAll(/'([a-z]+\.[\w.-]+)'/gi)].map(([, key]) => key ?? '').filter((key) => keys.has(key));
  const made = [...code.matchAll(/\bt\(\s*`([^`]*)`/g)].map(([, text = '']) => {
    const pattern = new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-zA-Z]+')}$`);
    return [...keys].filter((key) => pattern.test(key));
  });
  return [...whole.map((key) => [key]), ...made];
}

const isText = (file: string): boolean => file.startsWith(path.join(src, 'i18n/texts'));

describe('texts', () => {
  // The provider draws nothing.
  for (const file of readdirSync(path.join(src, 'define')).filter(
    (name) => name.includes('-') && !['safe-define.ts', 'imaginations-provider.ts'].includes(name),
  )) {
    for (const isLaterToo of [false, true]) {
      it(`of ${path.basename(file, '.ts')} come with it, ${isLaterToo ? 'later' : 'at once'}`, () => {
        const modules = [...graphOf(path.join(src, 'define', file), isLaterToo)];
        const brought = modules
          .filter(isText)
          .map((module) => readFileSync(module, 'utf8'))
          .join('\n');
        const wanted = modules
          .filter((module) => !isText(module) && !module.includes('/i18n/'))
          .flatMap((module) => asked(readFileSync(module, 'utf8')));
        const missing = wanted.filter((either) => !either.some((key) => brought.includes(`'${key}':`))).flat();
        expect(wanted.length).toBeGreaterThan(0);
        expect(missing).toEqual([]);
      });
    }
  }
});

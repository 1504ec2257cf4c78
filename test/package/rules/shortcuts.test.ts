import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHORTCUTS, type Shortcut } from '../../../src/elements/shortcuts/registry.js';
import { en } from '../../../src/i18n/en.js';
import { cleanCombination } from '../../../src/internal/key-combination.js';

const readme = readFileSync(path.resolve(import.meta.dirname, '../../../README.md'), 'utf8');

/** What the registry says, as the table has it: id, keys, where, what. */
const expected = (SHORTCUTS as readonly Shortcut[]).map(({ id, keys, label, in: places, fixed }) => [
  fixed ? '' : `\`${id}\``,
  keys.map((key) => `\`${key}\``).join(' '),
  places.filter((place) => place !== 'app').join(', '),
  en[label],
]);

describe('shortcuts', () => {
  it('stand in the README as they are', () => {
    const [, section = ''] = /\n## Keys\n([^]*?)\n## /.exec(readme) ?? [];
    const rows = section
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      .slice(1)
      .filter(([first = '']) => !first.startsWith('---'));
    expect(rows).toEqual(expected);
  });

  it('are written in one way, and no two want one key in one place', () => {
    for (const place of ['tiles', 'viewer'] as const) {
      const keys = (SHORTCUTS as readonly Shortcut[])
        .filter((one) => one.in.includes(place))
        .flatMap((one) => one.keys);
      expect(keys.map((key) => cleanCombination(key))).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

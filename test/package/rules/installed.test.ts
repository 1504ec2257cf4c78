import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from '../../../scripts/installed.mjs';

const LOCK = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-others': { version: '1.0.0', integrity: 'sha512-o', optional: true },
};

describe('whether the packages are installed', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'installed-'));
    mkdirSync(path.join(root, 'node_modules'));
    write('package-lock.json', LOCK);
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, packages: object): void =>
    writeFileSync(path.join(root, file), JSON.stringify({ lockfileVersion: 3, packages }));

  const there = (packages: object): void => write('node_modules/.package-lock.json', packages);

  it('is so when npm has put there what the lock file says, whoever called it', () => {
    there({ 'node_modules/a': LOCK['node_modules/a'] });
    expect(isInstalled(root)).toBe(true);
    there({ 'node_modules/a': LOCK['node_modules/a'], 'node_modules/more': { version: '3.0.0' } });
    expect(isInstalled(root)).toBe(true);
  });

  it('is not so when there is nothing, not all, or something else', () => {
    expect(isInstalled(root)).toBe(false);
    there({});
    expect(isInstalled(root)).toBe(false);
    there({ 'node_modules/a': { ...LOCK['node_modules/a'], version: '1.0.1' } });
    expect(isInstalled(root)).toBe(false);
    there({ 'node_modules/a': { ...LOCK['node_modules/a'], integrity: 'sha512-b' } });
    expect(isInstalled(root)).toBe(false);
    writeFileSync(path.join(root, 'node_modules/.package-lock.json'), '{"lockf');
    expect(isInstalled(root)).toBe(false);
  });
});

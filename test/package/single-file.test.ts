import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, root } from './manifest.js';

const code = readFileSync(path.join(root, 'cdn/imaginations.js'), 'utf8');

describe('the single-file build', () => {
  it('is one file, with its source map', () => {
    expect(files('cdn', /./)).toEqual(['cdn/imaginations.js', 'cdn/imaginations.js.map']);
  });

  it('imports nothing, now or later', () => {
    expect(code).not.toMatch(/\bimport\s*\(/);
    expect(code).not.toMatch(/\bimport\b[^;(]{0,2000}?\bfrom\s*["']/);
    expect(code).not.toMatch(/\bfrom\s*["'][^"']+["']/);
  });

  it('has a Trusted Types policy of its own, made so that a refusal throws nothing', () => {
    expect(code).not.toMatch(/createPolicy\((["'`])lit-html\1/);
    expect(code.match(/createPolicy\((["'`])imaginations\1/g)).toHaveLength(1);
    expect(code).toMatch(/try\s*\{\s*return \w+\.createPolicy\((["'`])imaginations\1/);
  });

  it('keeps the licences of what is inside', () => {
    expect(code).toContain('SPDX-License-Identifier: BSD-3-Clause');
  });
});

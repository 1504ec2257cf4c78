import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { nameFrom, type NameParts } from '../../../src/elements/download/name-template.js';
import { fileName, safeFileName, uniqueFileName } from '../../../src/internal/file-name.js';
import type { Iteration, Session } from '../../../src/model/index.js';

const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
const bytes = (text: string): number => new TextEncoder().encode(text).length;

const row: Iteration = {
  id: 'i1',
  sessionId: 's1',
  createdAt: '2026-03-04T12:00:00.000Z',
  kind: 'image',
  status: 'succeeded',
  prompt: 'A red fox',
  model: 'painter-1',
  seed: '42',
};
const session: Session = { id: 's1', createdAt: row.createdAt, title: 'Foxes', brief: { prompt: 'A fox' } };
const parts: NameParts = { row, session, number: 7, of: 500, mime: 'image/png' };

describe('names of files', () => {
  it('are at most 255 bytes, and no sign is cut in half', () => {
    const name = safeFileName(FAMILY.repeat(100), 'image/png');
    expect(bytes(name)).to.be.at.most(255);
    expect(name.slice(0, -4).split(FAMILY).join('')).to.equal('');
    expect(name.startsWith(FAMILY)).to.equal(true);
    expect(bytes(safeFileName('\u{1f600}'.repeat(300), 'video/mp4'))).to.be.at.most(255);
  });

  it('keep a joiner only where it joins pictures', () => {
    expect(safeFileName('a\u200db', 'image/png')).to.equal('ab.png');
    expect(safeFileName(`a\u200d${FAMILY}\u200d`, 'image/png')).to.equal(`a${FAMILY}.png`);
  });

  it('are made whatever a host says that a word is', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const named = [7n, circle, Symbol('x'), null, { a: 1 }].map((seed) =>
      nameFrom('{id}_{seed}', { ...parts, row: { ...row, seed } as unknown as Iteration }),
    );
    expect(named.map((name) => /^i1.*\.png$/.test(name))).to.deep.equal(named.map(() => true));
  });

  it('are still at most 255 bytes with a number', () => {
    const taken = new Set<string>();
    const names = Array.from({ length: 12 }, () => uniqueFileName(fileName('ä'.repeat(300), 'png'), taken));
    expect(new Set(names).size).to.equal(12);
    expect(Math.max(...names.map(bytes))).to.be.at.most(255);
    expect(names[11]).to.match(/ \(12\)\.png$/);
  });

  it('come from a template', () => {
    const day = nameFrom('{date}', parts);
    expect(day).to.match(/^2026-03-0[345]\.png$/);
    expect(nameFrom('{session}_{number}', parts)).to.equal('Foxes_007.png');
    expect(nameFrom('{prompt}, {model} {seed} {kind} {id}', parts)).to.equal('A red fox, painter-1 42 image i1.png');
    expect(nameFrom('{time}', parts)).to.match(/^\d\d-\d\d-\d\d\.png$/);
    expect(nameFrom('{seed}_{number}', { ...parts, row: { ...row, seed: '' } })).to.equal('007.png');
    expect(nameFrom('{nothing}', parts)).to.equal('{nothing}.png');
    expect(nameFrom('', parts)).to.equal('_.png');
  });

  it('are names on every system, whatever is in them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('../../etc', 'CON', 'NUL.txt', 'a.', 'a ', '\u202egpj.exe', FAMILY.repeat(40), '', '.', '~'),
    );
    fc.assert(
      fc.property(text, text, text, (title, prompt, template) => {
        const name = nameFrom(`${template}{session}{prompt}`, {
          ...parts,
          row: { ...row, prompt },
          session: { ...session, title },
        });
        expect(name).to.match(
          /^[^\s.\-~"*/:<>?\\|\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}\p{Zl}\p{Zp}"*/:<>?\\|\u202a-\u202e\u2066-\u2069]*\.png$/u,
        );
        expect(name).not.to.match(/^(?:con|nul|aux|prn|com\d|lpt\d)\./i);
        expect(name).not.to.match(/[\s.]\.png$/);
        expect(bytes(name)).to.be.at.most(255);
      }),
      { numRuns: 200 },
    );
  });
});

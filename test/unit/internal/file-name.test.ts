import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { extensionFor, safeFileName, uniqueFileName } from '../../../src/internal/file-name.js';

describe('safeFileName', () => {
  const cases: readonly (readonly [string | undefined, string])[] = [
    ['A red fox', 'A red fox.png'],
    ['../../etc/passwd', 'etc passwd.png'],
    ['C:\\x', 'C x.png'],
    ['CON', '_CON.png'],
    ['nul.txt', '_nul.txt.png'],
    ['com1', '_com1.png'],
    ['name.', 'name.png'],
    ['name ', 'name.png'],
    ['a\u0000b', 'a b.png'],
    ['-rf', 'rf.png'],
    ['.hidden', 'hidden.png'],
    ['photo.jpg', 'photo.png'],
    ['photo.exe', 'photo.exe.png'],
    ['gpj.\u202eexe', 'gpj. exe.png'],
    ['line\nbreak', 'line break.png'],
    ['...', 'iteration.png'],
    ['', 'iteration.png'],
    [undefined, 'iteration.png'],
  ];
  for (const [wanted, expected] of cases) {
    it(`makes ${expected} of ${JSON.stringify(wanted)}`, () => {
      expect(safeFileName(wanted, 'image/png')).to.equal(expected);
    });
  }

  it('shortens to 255 bytes, and never in the middle of a sign', () => {
    const name = safeFileName('😀'.repeat(300), 'video/mp4');
    expect(name).to.equal(`${'😀'.repeat(62)}.mp4`);
  });

  it('takes the extension from what the file is', () => {
    const types = [
      'image/webp',
      'audio/mpeg',
      'video/mp4; codecs="avc1"',
      'IMAGE/PNG',
      'application/x-evil',
      '',
      'constructor',
    ];
    expect(types.map(extensionFor)).to.deep.equal(['webp', 'mp3', 'mp4', 'png', 'bin', 'bin', 'bin']);
  });

  it('is safe whatever it is given, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (wanted) => {
        const name = safeFileName(wanted, 'image/png');
        expect(name).to.match(/^[^\s.\-~][^\p{Cc}\p{Cf}"*/:<>?\\|]*\.png$/u);
        expect(name.length).to.be.at.most(170);
        expect(safeFileName(name, 'image/png')).to.equal(name);
      }),
      { numRuns: 50 },
    );
  });
});

describe('uniqueFileName', () => {
  it('numbers what is taken, whatever the letter case', () => {
    const taken = new Set<string>();
    const names = ['a.png', 'A.png', 'a.png', 'a (2).png', 'b'].map((name) => uniqueFileName(name, taken));
    expect(names).to.deep.equal(['a.png', 'A (2).png', 'a (3).png', 'a (2) (2).png', 'b']);
  });
});

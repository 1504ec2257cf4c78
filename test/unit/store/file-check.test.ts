import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import { checkFile } from '../../../src/store/file-check.js';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
const file = (bytes: readonly number[], name = 'a.png', type = 'image/png'): File =>
  new File([new Uint8Array(bytes)], name, { type });

/** The type the file is let through with, or why it is refused. */
async function verdict(given: File, accept = 'image/*', maxBytes = 100): Promise<string> {
  try {
    return (await checkFile(given, maxBytes, accept)).type;
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return error.fields?.[0]?.path ?? error.code;
  }
}

describe('checkFile', () => {
  it('gives a file the type its bytes say, whatever its name and its system say', async () => {
    expect(await verdict(file(PNG, 'a.mp3', 'audio/mpeg'))).to.equal('image/png');
    expect(await verdict(file([0xff, 0xd8, 0xff, 0xe0], 'photo'))).to.equal('image/jpeg');
  });

  it('refuses by content', async () => {
    expect(await verdict(new File(['<svg onload=alert(1)>'], 'a.png', { type: 'image/png' }))).to.equal('type');
    expect(await verdict(file(PNG), 'audio/*, video/mp4')).to.equal('type');
    expect(await verdict(file([0x4d, 0x5a, 0x90], 'a.png'))).to.equal('type');
  });

  it('refuses what is empty, too large or cannot be read', async () => {
    const unreadable = file(PNG);
    Object.defineProperty(unreadable, 'slice', {
      value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone')) }),
    });
    expect(await verdict(file([]))).to.equal('empty');
    expect(await verdict(file(PNG), 'image/*', 11)).to.equal('too-large');
    expect(await verdict(unreadable)).to.equal('unreadable');
  });

  it('does not read a file to find that it is too large', async () => {
    const huge = file(PNG);
    Object.defineProperty(huge, 'size', { value: 5 * 2 ** 30 });
    Object.defineProperty(huge, 'slice', { value: () => expect.fail('was read') });
    expect(await verdict(huge)).to.equal('too-large');
  });

  it('understands types, groups, extensions and everything', async () => {
    for (const accept of ['image/png', 'video/mp4, IMAGE/*', '*/*', '.txt,.png']) {
      expect(await verdict(file(PNG), accept)).to.equal('image/png');
    }
    expect(await verdict(file(PNG, 'a.gif'), '.png')).to.equal('type');
  });
});

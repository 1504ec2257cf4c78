import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { sniffMedia } from '../../../src/internal/sniff-media.js';
import { fakeGenerator, tinyPng, tinyWav } from '../../../src/testing/index.js';

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const CASES: readonly (readonly [string, string | undefined])[] = [
  ['GIF89a\x05\x00\x03\x00', 'image/gif'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['\x00\x00\x00\x1cftypavif', 'image/avif'],
  ['\x00\x00\x00\x1cftypheic', 'image/heic'],
  ['\x00\x00\x00\x1cftypisom', 'video/mp4'],
  ['\x00\x00\x00\x1cftypqt  ', 'video/quicktime'],
  ['\x00\x00\x00\x1cftypM4A ', 'audio/mp4'],
  ['\x1a\x45\xdf\xa3', 'video/webm'],
  ['OggS', 'audio/ogg'],
  ['fLaC', 'audio/flac'],
  ['ID3\x04', 'audio/mpeg'],
  ['\xff\xfb\x90', 'audio/mpeg'],
  ['\xff\xf1\x50', 'audio/aac'],
  ['<svg xmlns', undefined],
  ['<!doctype html>', undefined],
  ['RIFF\x00\x00\x00\x00AVI ', undefined],
  ['', undefined],
];

describe('sniffMedia', () => {
  for (const [head, mime] of CASES) {
    it(`tells ${mime ?? 'nothing'} of ${JSON.stringify(head)}`, () =>
      expect(sniffMedia(bytes(head))?.mime).to.equal(mime));
  }

  it('reads the size where the head has it', async () => {
    const png = new Uint8Array(await tinyPng(300, 200, () => [0, 0, 0]).arrayBuffer());
    expect(sniffMedia(png)).to.deep.equal({ kind: 'image', mime: 'image/png', size: { width: 300, height: 200 } });
    expect(sniffMedia(bytes('GIF89a\x05\x00\x03\x00'))?.size).to.deep.equal({ width: 5, height: 3 });
  });

  it('knows the files of the generator', async () => {
    expect(sniffMedia(new Uint8Array(await tinyWav(50, 440).arrayBuffer()))?.mime).to.equal('audio/wav');
    const task = { progress: () => undefined };
    const request = { kind: 'video', brief: { prompt: 'x' }, references: [], seed: '1', variant: 0 } as const;
    const { blob } = await fakeGenerator().make(request, task, new AbortController().signal);
    expect(sniffMedia(new Uint8Array(await blob.arrayBuffer()))?.mime).to.equal('video/webm');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (head) => void sniffMedia(new Uint8Array(head))));
  });
});

// The library in one file: its modules name `node:fs`, which a server that does not bundle hands to the browser.
export {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  canEncodeAudio,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Output,
  Quality,
  WebMOutputFormat,
  type VideoCodec,
} from '../../node_modules/mediabunny/dist/bundles/mediabunny.min.mjs';

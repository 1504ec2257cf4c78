// The library in one file: its modules name `node:fs`, which a server that does not bundle hands to the browser.
export {
  AudioSample,
  AudioSampleSink,
  AudioSampleSource,
  BlobSource,
  BufferTarget,
  canEncodeAudio,
  CanvasSink,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Input,
  Output,
  Quality,
  WAVE,
  WEBM,
  WebMOutputFormat,
  type VideoCodec,
} from '../../node_modules/mediabunny/dist/bundles/mediabunny.min.mjs';

import { describe, expect, it } from 'vitest';
import type { MediaInfo } from '../../../electron/media/media-info.ts';
import { needsProxy } from '../../../electron/media/proxy/needs-proxy.ts';

const phone: MediaInfo = {
  container: 'mov,mp4,m4a,3gp,3g2,mj2',
  startMs: 0,
  durationMs: 60_000,
  recordedAt: null,
  video: {
    streamIndex: 0,
    codec: 'h264',
    profile: 'High',
    pixelFormat: 'yuv420p',
    width: 1920,
    height: 1080,
    sarNum: 1,
    sarDen: 1,
    rotation: 0,
    frameRateNum: 25,
    frameRateDen: 1,
    timeBaseNum: 1,
    timeBaseDen: 90_000,
    reorderFrames: 0,
    interlaced: false,
    colorRange: null,
    colorSpace: null,
    colorTransfer: null,
    level: 40,
  },
  audio: { streamIndex: 1, codec: 'aac', sampleRate: 48_000, channels: 2, startMs: 0 },
};
const picture = (video: Partial<MediaInfo['video']>): MediaInfo => ({
  ...phone,
  video: { ...phone.video, ...video },
});
const sound = (codec: string): MediaInfo => ({
  ...phone,
  audio: phone.audio && { ...phone.audio, codec },
});
const atOnce = { offsetMs: 0 };

describe('a recording that Chromium plays itself', () => {
  it.each([
    ['of a phone', phone],
    ['without sound', { ...phone, audio: null }],
    ['of a full-range camera', picture({ pixelFormat: 'yuvj420p' })],
    ['turned, in MP4', picture({ rotation: 90 })],
    ['of a browser, in WebM', { ...picture({ codec: 'vp9' }), container: 'matroska,webm' }],
    ['in AV1 of ten bits', picture({ codec: 'av1', pixelFormat: 'yuv420p10le' })],
    ['with MP3 sound', sound('mp3')],
  ])('needs no proxy: %s', (_name, info) => {
    expect(needsProxy(info, atOnce)).toBeNull();
  });

  it('may begin up to half a frame after its sound', () => {
    expect(needsProxy(phone, { offsetMs: 19 })).toBeNull();
    expect(needsProxy(phone, { offsetMs: 21 })).toEqual({ way: 'copy', reason: 'start' });
  });
});

describe('a recording whose picture must be encoded', () => {
  it.each(['hevc', 'mpeg2video', 'dvvideo', 'mpeg4', 'mjpeg', 'h263', 'prores', 'vc1'])(
    'is one in %s',
    (codec) => {
      expect(needsProxy(picture({ codec }), atOnce)).toEqual({ way: 'encode', reason: 'video-codec' });
    },
  );

  it.each([
    ['pixel-format', picture({ pixelFormat: 'yuv422p' })],
    ['pixel-format', picture({ pixelFormat: 'yuv420p10le' })],
    ['interlaced', picture({ interlaced: true })],
    ['pixel-shape', picture({ sarNum: 4, sarDen: 3 })],
    ['turned', { ...picture({ rotation: 90 }), container: 'matroska,webm' }],
  ] as const)('is one that is %s', (reason, info) => {
    expect(needsProxy(info, atOnce)).toEqual({ way: 'encode', reason });
  });
});

describe('a recording of which only container or sound is in the way', () => {
  it.each(['mpegts', 'mpeg', 'avi', 'h264'])('is H.264 in %s', (container) => {
    expect(needsProxy({ ...phone, container }, atOnce)).toEqual({ way: 'copy', reason: 'container' });
  });

  it.each(['ac3', 'eac3', 'pcm_s16le', 'mp2', 'amr_nb'])('is one with %s sound', (codec) => {
    expect(needsProxy(sound(codec), atOnce)).toEqual({ way: 'copy', reason: 'audio-codec' });
  });

  it('is one that does not say how long it is', () => {
    expect(needsProxy({ ...phone, durationMs: null }, atOnce)).toEqual({
      way: 'copy',
      reason: 'length-unknown',
    });
  });

  it('is encoded all the same when MP4 would not carry its picture', () => {
    const opera = {
      ...picture({ codec: 'vp8' }),
      container: 'matroska,webm',
      audio: sound('pcm_s16le').audio,
    };
    expect(needsProxy(opera, atOnce)).toEqual({ way: 'encode', reason: 'audio-codec' });
  });
});

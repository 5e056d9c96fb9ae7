import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import nl from '../../../resources/locales/nl/filming.json' with { type: 'json' };
import type { FilmingRoom } from '../../../shared/contract/filming.ts';
import { devicesOf, usualPicture, without } from '../../../renderer/features/filming/setup/chosen-devices.ts';
import { lengthWords, lessonTitle } from '../../../renderer/features/filming/setup/lesson-words.ts';
import { picturesOf } from '../../../renderer/features/filming/setup/picture-choices.ts';
import { whyNot, type Readiness } from '../../../renderer/features/filming/setup/why-not.ts';

const webcam = { width: { max: 1280 }, height: { max: 720 }, frameRate: { max: 30 } };

describe('what a camera offers', () => {
  it('is never more than it has', () => {
    const { sizes, rates } = picturesOf(webcam, { width: 1280, height: 720, frameRate: 30 });
    expect(sizes.map(({ height }) => height)).toEqual([720, 540, 480, 360]);
    expect(rates).toEqual([25, 30]);
  });

  it('holds what it gives now, also when that has no name', () => {
    const { sizes, rates } = picturesOf(
      { ...webcam, frameRate: { max: 20 } },
      { width: 1024, height: 600, frameRate: 20.2 },
    );
    expect(sizes[0]).toEqual({ width: 1024, height: 600 });
    expect(rates).toEqual([20]);
  });

  it('is everything where the camera does not say', () => {
    const { sizes, rates } = picturesOf({}, usualPicture);
    expect(sizes[0]).toEqual({ width: 3840, height: 2160 });
    expect(rates).toEqual([25, 30, 50, 60]);
  });
});

describe('what is remembered', () => {
  const kept = { grid: false, soundOnTrouble: true, countdownS: 0, darkScreen: false };

  it('is any device and full HD at first', () => {
    expect(devicesOf({ ...kept, cameraId: null, microphoneId: null, pictures: {} })).toEqual({
      cameraId: '',
      microphoneId: '',
      picture: usualPicture,
    });
  });

  it('is the picture of that camera, and «without» where that was chosen', () => {
    const small = { width: 1280, height: 720, frameRate: 25 };
    expect(devicesOf({ ...kept, cameraId: 'usb', microphoneId: without, pictures: { usb: small } })).toEqual({
      cameraId: 'usb',
      microphoneId: null,
      picture: small,
    });
  });
});

describe('what holds up the filming', () => {
  const room: FilmingRoom = { freeBytes: 1e12, leftMs: 1e8, verdict: 'enough', onBattery: false };
  const group = {
    id: 'group',
    name: 'Groep 6b',
    note: '',
    doNotFilm: [{ id: 'pupil', initials: 'AB', seat: 'raam' }],
  };
  const ready: Readiness = { title: 'Les', hasDevice: true, group: null, policySeen: false, room };

  it('is nothing where everything is there, also without a group or a list', () => {
    expect(whyNot(ready)).toBe(null);
    expect(whyNot({ ...ready, group: { ...group, doNotFilm: [] } })).toBe(null);
    expect(whyNot({ ...ready, room: undefined })).toBe(null);
  });

  it('is a list that was not ticked, a missing device or name, or a disk that is too full', () => {
    expect(whyNot({ ...ready, group })).toBe('policy');
    expect(whyNot({ ...ready, group, policySeen: true })).toBe(null);
    expect(whyNot({ ...ready, hasDevice: false })).toBe('devices');
    expect(whyNot({ ...ready, title: '  ' })).toBe('title');
    expect(whyNot({ ...ready, room: { ...room, verdict: 'refuse' } })).toBe('room');
    expect(whyNot({ ...ready, room: { ...room, verdict: 'warn' } })).toBe(null);
  });
});

describe('words', async () => {
  const words = createInstance();
  await words.init({ lng: 'nl', resources: { nl: { filming: nl } }, defaultNS: 'filming' });
  const t = words.getFixedT('nl', 'filming');

  it('call a lesson after its moment', () => {
    expect(lessonTitle(Date.parse('2026-11-24T10:15:00+01:00'), 'nl', t)).toBe(
      'Les dinsdag 24 november 10:15',
    );
  });

  it('never promise more time than there is', () => {
    expect(lengthWords(59_999, t)).toBe('0 minuten');
    expect(lengthWords(50.9 * 60_000, t)).toBe('50 minuten');
    expect(lengthWords(179 * 60_000, t)).toBe('2 uur');
  });
});

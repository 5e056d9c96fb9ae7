import { useEffect, useRef, useState, type RefObject } from 'react';
import './no-dynamic-style.ts';
import videojs from 'video.js/core.es.js';
import type { PlayerControl } from './player-control.ts';
import { createVolumeBoost, type VolumeBoost } from './volume-boost.ts';

export interface ShownVideo {
  /** Width divided by height of the picture as shown, with its rotation; null before the file is known. */
  readonly aspect: number | null;
}

/**
 * Puts a video.js player into `host` for as long as the component is there, and ties it to its control.
 * @param boostDb 0–24 decibel louder than the file.
 */
export function useVideo(
  control: PlayerControl,
  host: RefObject<HTMLElement | null>,
  boostDb: number,
): ShownVideo {
  const [aspect, setAspect] = useState<number | null>(null);
  const boost = useRef<VolumeBoost | null>(null);
  const wantedDb = useRef(boostDb);

  useEffect(() => {
    const place = host.current;
    const { url } = control.source;
    if (!place || url === null) return undefined;
    const video = document.createElement('video');
    video.className = 'video-js';
    video.playsInline = true;
    // Without it the sound graph of the volume boost gets silence instead of another origin's sound.
    video.crossOrigin = 'anonymous';
    place.append(video);
    const player = videojs(video, {
      controls: false,
      preload: 'auto',
      bigPlayButton: false,
      loadingSpinner: false,
      errorDisplay: false,
      textTrackDisplay: false,
      textTrackSettings: false,
      posterImage: false,
      userActions: { click: false, doubleClick: false, hotkeys: false },
      // Every container we serve is one Chromium plays; the type only chooses the HTML5 way of playing.
      sources: [{ src: url, type: 'video/mp4' }],
    });
    const letGo = control.attach(video);
    const made = createVolumeBoost(video);
    boost.current = made;
    made.set(wantedDb.current);
    const measure = (): void => {
      if (video.videoWidth > 0) setAspect(video.videoWidth / video.videoHeight);
    };
    video.addEventListener('loadedmetadata', measure);
    video.addEventListener('resize', measure);
    // The picture itself is no control: the buttons and keys are.
    video.tabIndex = -1;
    player.el().removeAttribute('tabindex');
    return () => {
      letGo();
      made.dispose();
      boost.current = null;
      setAspect(null);
      player.dispose();
    };
  }, [control, host]);

  useEffect(() => {
    wantedDb.current = boostDb;
    boost.current?.set(boostDb);
  }, [boostDb]);
  return { aspect };
}

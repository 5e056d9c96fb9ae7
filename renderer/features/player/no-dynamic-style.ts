declare global {
  interface Window {
    VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
  }
}

// Before video.js is loaded: it adds a style element at once, which our content policy refuses. The few rules that
// are needed are in Picture.module.css.
window.VIDEOJS_NO_DYNAMIC_STYLE = true;

export {};

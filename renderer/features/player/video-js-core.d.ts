// The core build ships without types of its own; it is the same function without the streaming parts.
declare module 'video.js/core.es.js' {
  import type videojs from 'video.js';

  const core: typeof videojs;
  export default core;
}

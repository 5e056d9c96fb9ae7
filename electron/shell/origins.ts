/** Where the page and its media live. The stand-in serves the same handlers on loopback. */
export const appScheme = 'app';
export const mediaScheme = 'media';
export const appOrigin = 'app://drieluik';
export const mediaOrigin = 'media://library';
export const startPage = `${appOrigin}/index.html`;

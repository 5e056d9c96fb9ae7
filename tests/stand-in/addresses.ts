import { appOrigin, appScheme, mediaOrigin, mediaScheme } from '../../electron/shell/origins.ts';

const origins: ReadonlyMap<string, string> = new Map([
  [appScheme, appOrigin],
  [mediaScheme, mediaOrigin],
]);

/** Tells the app's own addresses (`app://…`, `media://…`) from where they are served on loopback, and back. */
export interface Addresses {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  toLoopback(url: string): string;
  toScheme(url: string): string;
  /** A response header as the page must see it: named origins and, in a policy, named schemes. */
  headerToLoopback(name: string, value: string): string;
  /** A request header as the handler must see it. */
  headerToScheme(value: string): string;
}

/**
 * @param token unguessable first segment of every path: knowing the port is not enough to ask for a lesson.
 * @param elsewhere origins to which a request may be sent on; a policy has to allow them too.
 */
export function addressesAt(origin: string, token: string, elsewhere: readonly string[] = []): Addresses {
  const base = (scheme: string, at = origin): string => `${at}/${token}/${scheme}`;
  const toScheme = (url: string): string => {
    for (const [scheme, from] of origins)
      if (url === base(scheme) || url.startsWith(`${base(scheme)}/`))
        return from + url.slice(base(scheme).length);
    return url;
  };
  return {
    origin,
    toScheme,
    toLoopback(url) {
      for (const [scheme, from] of origins)
        if (url === from || url.startsWith(`${from}/`)) return base(scheme) + url.slice(from.length);
      return url;
    },
    headerToLoopback(name, value) {
      if (name === 'access-control-allow-origin') return value === appOrigin ? origin : value;
      const named = value.replaceAll(mediaOrigin, base(mediaScheme)).replaceAll(appOrigin, base(appScheme));
      if (name !== 'content-security-policy') return named;
      return named.replace(/(?<=\s)([a-z]+):(?=[\s;]|$)/g, (whole, scheme: string) =>
        origins.has(scheme) ? [origin, ...elsewhere].map((at) => `${base(scheme, at)}/`).join(' ') : whole,
      );
    },
    headerToScheme: (value) => (value === origin ? appOrigin : toScheme(value)),
  };
}

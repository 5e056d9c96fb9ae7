/** The part of a recording that the timeline shows. Moments in ms of recording time, places in CSS pixels. */
export interface View {
  readonly fromMs: number;
  readonly msPerPx: number;
  readonly widthPx: number;
  readonly durationMs: number;
}

/** At the closest zoom one frame of a 50 fps camera is this wide: enough to grab. */
const closestMsPerPx = 0.8;

/** A view of the whole recording. @param widthPx 0 is treated as 1, as before the first layout. */
export function wholeView(durationMs: number, widthPx: number): View {
  const width = Math.max(1, widthPx);
  return { fromMs: 0, msPerPx: Math.max(1, durationMs) / width, widthPx: width, durationMs };
}

/** Pixels from the left edge; outside the view it lies below 0 or beyond `widthPx`. */
export function xOf(view: View, ms: number): number {
  return (ms - view.fromMs) / view.msPerPx;
}

/** The moment under a pixel, kept inside the recording. */
export function msAt(view: View, x: number): number {
  return clamp(view.fromMs + x * view.msPerPx, 0, view.durationMs);
}

export function toMs(view: View): number {
  return view.fromMs + view.widthPx * view.msPerPx;
}

/** Zooms by a factor (above 1 is closer); the moment under `x` stays where it is. */
export function zoomAt(view: View, factor: number, x: number): View {
  const furthest = Math.max(1, view.durationMs) / view.widthPx;
  const msPerPx = clamp(view.msPerPx / factor, Math.min(closestMsPerPx, furthest), furthest);
  return keptInside({ ...view, msPerPx, fromMs: view.fromMs + x * (view.msPerPx - msPerPx) });
}

export function panBy(view: View, dx: number): View {
  return keptInside({ ...view, fromMs: view.fromMs + dx * view.msPerPx });
}

/** The same zoom and left edge after the window changed size; a whole view stays whole. */
export function resized(view: View, widthPx: number): View {
  if (isWhole(view)) return wholeView(view.durationMs, widthPx);
  return keptInside({ ...view, widthPx: Math.max(1, widthPx) });
}

/** Turns the page when the playhead leaves the view, so that it comes back at a fifth from the left. */
export function following(view: View, ms: number): View {
  const x = xOf(view, ms);
  if (x >= 0 && x <= view.widthPx * 0.95) return view;
  return keptInside({ ...view, fromMs: ms - view.widthPx * view.msPerPx * 0.2 });
}

/** Shows a range with some air on both sides. */
export function viewOfRange(view: View, fromMs: number, untilMs: number): View {
  const air = Math.max(500, (untilMs - fromMs) * 0.1);
  const furthest = Math.max(1, view.durationMs) / view.widthPx;
  const wanted = (untilMs - fromMs + 2 * air) / view.widthPx;
  const msPerPx = clamp(wanted, Math.min(closestMsPerPx, furthest), furthest);
  return keptInside({ ...view, msPerPx, fromMs: fromMs - air });
}

export function isWhole(view: View): boolean {
  return view.msPerPx >= Math.max(1, view.durationMs) / view.widthPx - 1e-9;
}

function keptInside(view: View): View {
  const furthest = Math.max(1, view.durationMs) / view.widthPx;
  const msPerPx = Math.min(view.msPerPx, furthest);
  const latest = Math.max(0, view.durationMs - view.widthPx * msPerPx);
  return { ...view, msPerPx, fromMs: clamp(view.fromMs, 0, latest) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

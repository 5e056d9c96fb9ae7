import { useEffect, useState } from 'react';

const names = [
  'text',
  'text-soft',
  'line',
  'line-strong',
  'accent',
  'observation',
  'question',
  'surface',
  'sunken',
] as const;
/** The colours a canvas needs, read from the tokens. */
export type Colours = Readonly<Record<(typeof names)[number], string>>;

/** Colours of the present theme; new ones when the theme changes. */
export function useColours(): Colours {
  const [colours, setColours] = useState(read);
  useEffect(() => {
    const observer = new MutationObserver(() => setColours(read()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return colours;
}

function read(): Colours {
  const style = getComputedStyle(document.documentElement);
  const pairs = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(pairs) as Colours;
}

// What await, printing and test tools look for on any object; not being there is the right answer.
const askedByTools: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
]);

/**
 * Lets only what is there be used: asking for anything else says so, instead of failing later with
 * "undefined is not a function".
 * @throws Error on reading a property that the stand-in has no answer for.
 */
export function answered<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, property) {
      if (typeof property === 'symbol' || property in object || askedByTools.has(property))
        return Reflect.get(object, property) as unknown;
      throw new Error(`the stand-in does not answer electron.${name}.${property}`);
    },
  });
}

/** A module of Electron that nothing here answers: it can be imported, not used. */
export function unanswered(name: string): never {
  const refuse = (): never => {
    throw new Error(`the stand-in does not answer electron.${name}`);
  };
  // A function can be called, constructed and asked: each of the three refuses.
  return new Proxy(refuse, { get: refuse, apply: refuse, construct: refuse }) as never;
}

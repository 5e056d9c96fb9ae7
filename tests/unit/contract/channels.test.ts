import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import type { Procedure } from '../../../shared/contract/procedure.ts';

const procedures = Object.entries(contract).flatMap(([noun, ofNoun]) =>
  Object.entries(ofNoun).map(([name, schema]): [string, Procedure] => [`${noun}.${name}`, schema]),
);

describe('the calls of the contract', () => {
  it('are named noun.verb, without a dot or a key of every object in them', () => {
    const odd = procedures
      .map(([channel]) => channel)
      .filter((channel) => !/^[a-z]+\.[a-z][A-Za-z]*$/.test(channel));
    expect(odd).toEqual([]);
    const inherited = procedures.filter(([channel]) => channel.split('.').some((part) => part in {}));
    expect(inherited).toEqual([]);
  });

  it.each(procedures)('%s takes an object and refuses anything else', (_channel, { input }) => {
    expect(input).toBeInstanceOf(z.ZodObject);
    for (const odd of [undefined, null, 'id', 7, [], [{}]]) expect(input.safeParse(odd).success).toBe(false);
  });

  it.each(procedures)('%s bounds every text and list that comes in', (_channel, { input }) => {
    const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
    const unbounded = Object.entries(properties).filter(([, schema]) => !isBounded(schema));
    expect(unbounded.map(([key]) => key)).toEqual([]);
  });
});

/** Ten megabytes in one field must stop at the door: a length, a pattern of fixed length, or a list of choices. */
function isBounded(schema: z.core.JSONSchema._JSONSchema): boolean {
  if (typeof schema === 'boolean') return false;
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (inner.length > 0) return inner.every(isBounded);
  if (schema.type === 'string')
    return (
      schema.maxLength !== undefined ||
      schema.format !== undefined ||
      schema.enum !== undefined ||
      schema.const !== undefined
    );
  if (schema.type === 'array') {
    const items = Array.isArray(schema.items)
      ? schema.items
      : schema.items === undefined
        ? []
        : [schema.items];
    return schema.prefixItems !== undefined || (schema.maxItems !== undefined && items.every(isBounded));
  }
  if (schema.type === 'object') return Object.values(schema.properties ?? {}).every(isBounded);
  return true;
}

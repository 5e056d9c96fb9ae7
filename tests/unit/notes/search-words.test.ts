import { describe, expect, it } from 'vitest';
import { searchQuery } from '../../../shared/domain/search-words.ts';

describe('what is typed into the search line', () => {
  it('asks for every word, the last one as a beginning while it is being typed', () => {
    expect(searchQuery('wacht vier tel')).toBe('"wacht" "vier" "tel"*');
    expect(searchQuery('wacht vier ')).toBe('"wacht" "vier"');
  });

  it('never holds anything that a query language reads', () => {
    expect(searchQuery('-a "b" OR NEAR(c) text:d* ^e')).toBe('"a" "b" "OR" "NEAR" "c" "text" "d" "e"*');
    for (const typed of ['', ' ', '"*-:^(){}', '…', '😀']) expect(searchQuery(typed)).toBeNull();
  });

  it('takes a letter and its accent for one, also when they come apart', () => {
    expect(searchQuery('één'.normalize('NFD'))).toBe('"één"*');
  });

  it('keeps to sixteen words, however much is pasted', () => {
    expect(searchQuery('a '.repeat(250))?.split(' ')).toHaveLength(16);
  });
});

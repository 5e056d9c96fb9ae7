import { describe, expect, it } from 'vitest';
import { keepsRevision } from '../../../shared/domain/avp.ts';

const before = 'Ik wacht vier tellen na elke vraag.';

describe('saving a field of the plan', () => {
  it('keeps no earlier text while one types on', () => {
    expect(keepsRevision(before, `${before} Ook bij Tim.`, 1000)).toBe(false);
    expect(keepsRevision(before, before.replace('vier', 'vijf'), 1000)).toBe(false);
    expect(keepsRevision(before, before, 60_000)).toBe(false);
    expect(keepsRevision('', before, 60_000)).toBe(false);
  });

  it('keeps it when writing is taken up again later', () => {
    expect(keepsRevision(before, `${before} Ook bij Tim.`, 31_000)).toBe(true);
  });

  it('keeps what is cleared or largely replaced, however soon', () => {
    expect(keepsRevision('Kort', '', 500)).toBe(true);
    expect(keepsRevision(before, 'I', 500)).toBe(true);
    expect(keepsRevision(before, 'Ik wacht.', 500)).toBe(true);
  });
});

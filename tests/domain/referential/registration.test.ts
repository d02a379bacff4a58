import { describe, expect, it } from 'vitest';
import { AcquisError } from '../../../src/app/errors.ts';
import { requireOpenCertification } from '../../../src/app/open-certification.ts';
import { words } from '../../../src/catalogue/index.ts';
import { certificationStatus, mayProceed } from '../../../src/domain/referential/registration.ts';
import type { Referential } from '../../../src/domain/referential.ts';

const cnam = {
  code: 'RNCP35080',
  registration: {
    decision: '2020-11-18',
    years: 5,
    end: '2025-11-18',
    successor: { code: 'RNCP41336', end: '2030-09-24' },
    replaces: [],
  },
} as unknown as Referential;
const today = '2026-11-22';

describe('certificationStatus', () => {
  it.each([
    ['2024-05-17', 'active'],
    ['2024-05-18', 'active'],
    ['2024-05-19', 'expiring'],
    ['2025-11-18', 'expiring'],
    ['2025-11-19', 'expired'],
    [today, 'expired'],
  ])('says where RNCP35080 stands on %s: %s', (day, status) => {
    expect(certificationStatus(cnam, day)).toEqual({
      code: 'RNCP35080',
      status,
      expires: '2025-11-18',
      successor: { code: 'RNCP41336', end: '2030-09-24' },
    });
  });

  it('says « replaced » once the successor stands beside a fiche that has not ended', () => {
    const both = {
      code: 'RNCP1',
      registration: { end: '2028-01-01', successor: { code: 'RNCP2', since: '2026-06-01' }, replaces: [] },
    };
    expect(certificationStatus(both, '2026-05-31').status).toBe('active');
    expect(certificationStatus(both, '2026-06-01').status).toBe('replaced');
    expect(mayProceed(both, '2026-06-01')).toMatchObject({ allowed: true, reason: 'replaced' });
  });
});

describe('mayProceed', () => {
  it.each([
    ['2025-03-03', true, 'finishing'],
    ['2025-11-18', true, 'finishing'],
    ['2025-11-19', false, 'closed'],
    ['2026-03-03', false, 'closed'],
    [undefined, false, 'closed'],
  ] as const)('declared recevable on %s, in November 2026: allowed %s (%s)', (eligible, allowed, reason) => {
    expect(mayProceed(cnam, today, eligible)).toMatchObject({ allowed, reason });
  });

  it('asks nothing of an active certification', () => {
    expect(mayProceed(cnam, '2021-01-01')).toMatchObject({ allowed: true, reason: 'open' });
  });
});

describe('requireOpenCertification', () => {
  it('refuses with the successor named, in both cases', () => {
    for (const eligible of [undefined, '2026-03-03']) {
      let failure: unknown;
      try {
        requireOpenCertification(cnam, today, eligible);
      } catch (error) {
        failure = error;
      }
      expect(failure).toBeInstanceOf(AcquisError);
      const { code, args } = failure as AcquisError;
      expect(code).toBe('certification-closed');
      const { message, hint } = words.errors[code](args);
      expect(`${message} ${hint}`).toContain('RNCP41336');
      expect(message).toContain('18 novembre 2025');
    }
  });

  it('lets someone declared recevable in time go on', () => {
    expect(requireOpenCertification(cnam, today, '2025-03-03').reason).toBe('finishing');
  });
});

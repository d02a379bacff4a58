import { expect, test } from 'vitest';
import { CONFIDENTIALITIES } from '../../../src/domain/portfolio.ts';
import { shownFile, shownFileKey } from '../../../src/domain/evidence/shown-file.ts';

const original = { path: 'preuves/P1.pdf', sha256: 'a'.repeat(64) };
const redacted = { path: 'preuves/P1-public.pdf', sha256: 'b'.repeat(64) };

test.each([
  ['publiable', original, redacted],
  ['à anonymiser', undefined, redacted],
  [undefined, undefined, redacted],
  ['à ne pas joindre', undefined, undefined],
] as const)('of a proof « %s »', (confidentiality, alone, withVersion) => {
  expect(shownFile({ file: original, confidentiality })).toEqual(alone);
  expect(shownFile({ file: original, publicFile: redacted, confidentiality })).toEqual(withVersion);
  expect(shownFile({ publicFile: redacted, confidentiality })).toEqual(withVersion);
  expect(shownFile({ confidentiality })).toBeUndefined();
});

test.each([
  { ...redacted, sha256: original.sha256 },
  { path: original.path, sha256: undefined },
])('an original given as its own redacted version stays hidden', (publicFile) => {
  for (const confidentiality of [...CONFIDENTIALITIES, undefined].filter((one) => one !== 'publiable'))
    expect(shownFile({ file: original, publicFile, confidentiality })).toBeUndefined();
});

test('the disk is asked about the version that is shown', () => {
  expect([shownFileKey({ id: 'P1' }), shownFileKey({ id: 'P1', publicFile: redacted })]).toEqual([
    'P1',
    'P1:publicFile',
  ]);
});

import { expect, test } from 'vitest';
import type { DocumentInput } from '../../src/domain/documents/document-input.ts';
import { SourceManifest } from '../../src/domain/documents/source/manifest.ts';
import { carrySource } from '../../src/storage/source/carry-source.ts';
import { readSource } from '../../src/storage/source/restore-source.ts';
import { ReceptionRecord } from '../../src/storage/archive/reception-record.ts';
import { readListedNames } from '../../src/storage/pseudonym-lists.ts';
import { buildPortfolio, smallReferential } from '../support/build-portfolio.ts';
import { documentOf, shownBy } from '../support/carried.ts';
import { folderOf } from '../support/portfolio-folder.ts';

/** What YAML and programs take for something else. */
const EXACT = [
  '01000', '0612345678', '1.10', '12345678901234567', 'Null', 'oui', '1e3', '2024-13-45', '~', 'O’Brien & Fils <SARL>',
  '=Égalité', 'مريم', 'שרה', '👩‍🌾', '{{accolades}}', '- tiret', '# dièse', 'a: b', '0x1F', 'true',
]; // prettier-ignore

test.each(EXACT)('« %s » is carried by a PDF and taken back as it was written', (value) => {
  const portfolio = buildPortfolio({
    candidate: { name: value, postcode: value, phone: value, city: value, degrees: [value], summary: value },
    activities: [{ id: 'A1', title: value, context: value, competences: [{ id: 'BC01-C01' }] }],
  });
  const input: DocumentInput = { portfolio, referential: smallReferential(), date: '2026-11-22', transversal: new Map() }; // prettier-ignore
  const model = documentOf('dossier-validation', input);
  const shown = shownBy('dossier-validation', input);
  const attached = carrySource({
    shown,
    referential: input.referential,
    model,
    blocks: [],
    date: input.date,
  });
  const manifest = SourceManifest.parse(JSON.parse(Buffer.from(attached.at(-1)?.bytes ?? []).toString()));
  const files = new Map(attached.slice(0, -1).map(({ name, bytes }) => [name, bytes] as const));
  const taken = readSource({ manifest, files }).portfolio;
  expect(taken.candidate).toEqual(shown.portfolio.candidate);
  expect(taken.candidate.name).toBe(value);
  expect(taken.activities[0]?.title).toBe(value);
});

const polluted = (text: string): string => text.replace(/^\{/u, '{"__proto__":{"polluted":"oui"},');

test.each(['__proto__', 'constructor', 'prototype'])('%s as a key reaches nothing, in any file of ours', async (key) => {
  for (const where of [`${key}: { polluted: oui }\n`, `names:\n  - id: N1\n    ${key}: { polluted: oui }\n`]) {
    const folder = folderOf({ 'pseudonymes.yaml': `format: acquis-pseudonymes\nversion: 1\n${where}` });
    await expect(readListedNames(folder)).rejects.toMatchObject({ kind: 'data', code: 'unreadable-pseudonyms' });
  }
  const record = { version: 1, portfolio: 'x', received: '2026-11-22', content: 'a'.repeat(64) };
  const keyed = polluted(JSON.stringify(record)).replace('__proto__', key);
  const read = ReceptionRecord.safeParse(JSON.parse(keyed));
  expect(read.success && Object.keys(read.data).includes(key)).toBe(false);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}); // prettier-ignore

test('a list of pseudonyms of a later version stops whoever would make documents without it', async () => {
  const folder = folderOf({ 'pseudonymes.yaml': 'format: acquis-pseudonymes\nversion: 999\nnames: []\n' });
  await expect(readListedNames(folder)).rejects.toMatchObject({ kind: 'data' });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { namedFiles } from '../../src/domain/named-files.ts';
import { buildPortfolio } from '../support/build-portfolio.ts';

/** Every place of the published schema where a text is called `path` or `file`. */
const placesOf = (schema: unknown, at = ''): string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'items') return placesOf(inner, `${at}[]`);
    if (key !== 'properties') return placesOf(inner, at);
    return Object.entries(inner as Record<string, { type?: string }>).flatMap(([name, field]) =>
      (name === 'path' || name === 'file') && field.type === 'string'
        ? [`${at}.${name}`]
        : placesOf(field, `${at}.${name}`),
    );
  });
};

test('every field of the schema that names a file is known', () => {
  const schema: unknown = JSON.parse(
    readFileSync(new URL('../../docs/portfolio.schema.json', import.meta.url), 'utf8'),
  );
  expect(placesOf(schema)).toEqual([
    '.referential.file',
    '.organisations[].organigramme.file',
    '.evidence[].file.path',
    '.evidence[].publicFile.path',
  ]);
  const portfolio = buildPortfolio({
    referential: { file: 'a', sha256: 'a'.repeat(64) },
    organisations: [{ id: 'O1', name: 'Une coopérative', organigramme: { file: 'b', alt: 'Organigramme' } }],
    evidence: [{ id: 'P01', title: 'Statuts', file: { path: 'c' }, publicFile: { path: 'd' } }],
  });
  expect(namedFiles(portfolio).toSorted()).toEqual(['a', 'b', 'c', 'd']);
});

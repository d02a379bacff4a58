import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { templatesReadme } from '../../../src/catalogue/fr/templates-readme.ts';
import type { DocumentModel } from '../../../src/domain/documents/document.ts';
import { VIEW_MODEL } from '../../../src/domain/documents/view-model.ts';
import { helpers } from '../../../src/render/helpers.ts';
import { fullPortfolio } from '../../support/full-portfolio.ts';
import { memoireOf, portfolioOf } from '../../support/story-documents.ts';
import { readStory, STORIES } from '../../support/stories.ts';

interface Field {
  readonly type?: string;
  readonly fields?: Readonly<Record<string, Field>>;
}

interface Description {
  readonly version: number;
  readonly documents: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, Field>>;
}

const described = JSON.parse(readFileSync('templates/view-model.json', 'utf8')) as Description;

/** Paths of a real view-model that the description leaves out. */
const undocumented = (value: unknown, field: Field | undefined, path: string): string[] => {
  if (field === undefined) return [path];
  if (Array.isArray(value)) return value.flatMap((item) => undocumented(item, field, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const fields = field.fields ?? described.types[field.type ?? '']?.fields;
  if (fields === undefined) return [path];
  return Object.entries(value).flatMap(([key, inner]) => undocumented(inner, fields[key], `${path}.${key}`));
};

const missingIn = (model: DocumentModel): string[] => [
  ...new Set(undocumented(model, { type: described.documents[model.kind] ?? '' }, model.kind)),
];

test('every field of real documents is described, under the version that templates are told', async () => {
  const portfolios = [...STORIES.map(readStory), fullPortfolio(1)];
  const models = await Promise.all(portfolios.flatMap((each) => [portfolioOf(each), memoireOf(each)]));
  const found = models.filter((model) => model !== undefined);
  expect(found.length).toBeGreaterThan(3);
  expect(found.flatMap(missingIn)).toEqual([]);
  expect(described.version).toBe(VIEW_MODEL);
  // It bites: one field more, at the top and deep inside.
  const [model] = found;
  const spoiled = {
    ...model!,
    mood: 'x',
    cover: { ...model!.cover, certification: { code: '', title: '', more: 1 } },
  };
  expect(missingIn(spoiled)).toEqual(['portfolio.cover.certification.more', 'portfolio.mood']);
});

test('the description is what the types say (else: npm run view-model)', () => {
  execFileSync(process.execPath, ['scripts/describe-view-models.js', '--check'], { stdio: 'pipe' });
}, 30_000);

test('every helper is explained where templates are explained, in French and in English', () => {
  const pages = [templatesReadme(VIEW_MODEL), readFileSync('docs/templates.md', 'utf8')];
  const missing = pages.map((page) =>
    Object.keys(helpers).filter((name) => !new RegExp(`\\{\\{[^}]*\\b${name}\\b`, 'u').test(page)),
  );
  expect(missing).toEqual([[], []]);
});

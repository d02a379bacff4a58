import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewFileOf, type ReviewFile } from '../../src/domain/review/file.ts';
import { createReviewFiles } from '../../src/storage/review-files.ts';
import { buildPortfolio } from '../support/build-portfolio.ts';
import { anyText } from '../support/portfolio-arbitrary.ts';
import { folderOf, readIn, temporaryFolder } from '../support/portfolio-folder.ts';
import { event } from '../support/review-arbitrary.ts';

const files = createReviewFiles();
const HEAD = 'format: acquis-relecture\nversion: 1\nportfolio: essai\ncertification: ESSAI1\n';
const EVENT = 'id: R1, about: A1, kind: demande, role: conseil, author: Claire, date: 2026-11-01';

const reading = (text: string | Uint8Array): Promise<ReviewFile> =>
  files.read(join(folderOf({ 'relecture.yaml': text }), 'relecture.yaml'));

test('what is written is what is read, whatever the texts hold', async () => {
  // Half a sign cannot be written as UTF-8.
  const text = anyText.filter((one) => !/\p{Surrogate}/u.test(one));
  await fc.assert(
    fc.asyncProperty(text, text, text, async (said, author, excerpt) => {
      const reviews = [
        event({ id: 'R1', text: said, author, seen: { print: 'f1', excerpt } }),
        event({ id: 'R2', thread: 'R1', after: ['R1'], text: said }),
      ];
      const file = reviewFileOf(buildPortfolio({ reviews }));
      const path = join(temporaryFolder(), 'relecture.yaml');
      await files.write(path, file);
      expect(await files.read(path)).toEqual(file);
    }),
    { numRuns: 40 },
  );
});

describe('a file that comes from somebody else', () => {
  test('may be written by hand', async () => {
    expect(await reading(`# merci\n${HEAD}reviews: [{ ${EVENT} }]\n`)).toMatchObject({
      portfolio: 'essai',
      reviews: [{ id: 'R1', after: [] }],
    });
    expect(await reading(HEAD)).toMatchObject({ reviews: [] });
  });

  test.each([
    ['another document', 'portfolio: essai\n', 'not-a-review'],
    ['no YAML at all', '%PDF-1.7\n{{{', 'yaml-syntax'],
    ['an empty file', '', 'not-a-review'],
    ['a field of its own', `${HEAD}grade: A\n`, 'unknown-key'],
    [
      'an event without an author',
      `${HEAD}reviews: [{ id: R1, about: A1, kind: demande, role: conseil, date: 2026-11-01 }]\n`,
      'missing',
    ],
    ['a role nobody has', `${HEAD}reviews: [{ ${EVENT.replace('conseil', 'jury')} }]\n`, 'bad-choice'],
    [
      'an answer to nothing',
      `${HEAD}reviews: [{ ${EVENT.replace('about: A1', 'thread: R9')} }]\n`,
      'unknown-reference',
    ],
    ['an alias', `${HEAD}reviews: &a\n  - *a\n`, 'yaml-alias'],
    ['a way into the prototype', `${HEAD}__proto__: { x: y }\n`, 'forbidden-key'],
    ['levels without end', `${HEAD}reviews: ${'['.repeat(5000)}\n`, 'too-deep'],
    ['more fields than anybody writes', `${HEAD}reviews: [${'{a: b},'.repeat(15_000)}]\n`, 'too-many'],
    ['more than a megabyte', `${HEAD}# ${'a'.repeat(1_000_001)}\n`, 'too-large'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x41, 0]), 'utf16'],
  ])('with %s is refused with its place', async (_name, text, code) => {
    await expect(reading(text)).rejects.toMatchObject({
      code: 'unreadable-review',
      details: expect.arrayContaining([expect.objectContaining({ code })]) as unknown,
    });
  });

  test('of a later version says so', async () => {
    await expect(reading(HEAD.replace('version: 1', 'version: 2'))).rejects.toMatchObject({
      code: 'unsupported-version',
    });
  });

  test('is not reached through a link', async () => {
    const folder = folderOf({ 'vrai.yaml': HEAD });
    symlinkSync('vrai.yaml', join(folder, 'lien.yaml'));
    await expect(files.read(join(folder, 'lien.yaml'))).rejects.toMatchObject({ code: 'cannot-read' });
    await expect(files.read(join(folder, 'absent.yaml'))).rejects.toMatchObject({ code: 'cannot-read' });
  });
});

test('writing replaces an earlier review and nothing else', async () => {
  const folder = folderOf({ 'relecture.yaml': HEAD, 'portfolio.yaml': 'version: 1\n', 'vide.yaml': '' });
  const file = reviewFileOf(buildPortfolio({ reviews: [event({ id: 'R1' })] }));
  await files.write(join(folder, 'relecture.yaml'), file);
  expect(readIn(folder, 'relecture.yaml')).toBe(files.textOf(file));
  for (const name of ['portfolio.yaml', 'vide.yaml', '.'])
    await expect(files.write(join(folder, name), file)).rejects.toMatchObject({ code: 'file-taken' });
  expect(readIn(folder)).toBe('version: 1\n');
  writeFileSync(join(folder, 'obstacle'), '');
  await expect(files.write(join(folder, 'obstacle', 'r.yaml'), file)).rejects.toMatchObject({ kind: 'io' });
  expect(existsSync(join(folder, 'obstacle', 'r.yaml'))).toBe(false);
});

test('a review that holds messages nobody has taken over is not replaced', async () => {
  const path = join(temporaryFolder(), 'relecture.yaml');
  const reviews = [event({ id: 'R1' }), event({ id: 'R2', thread: 'R1' })];
  const whole = reviewFileOf(buildPortfolio({ reviews }));
  await files.write(path, reviewFileOf(buildPortfolio({ reviews: reviews.slice(0, 1) })));
  await files.write(path, whole);
  for (const kept of [[], [event({ id: 'R1', text: 'Autre chose.' })]])
    await expect(files.write(path, reviewFileOf(buildPortfolio({ reviews: kept })))).rejects.toMatchObject({
      code: 'review-not-taken-over',
      args: { count: 2 },
    });
  expect(await files.read(path)).toEqual(whole);
});

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NARRATIVE_FIELDS, type Portfolio } from '../../src/domain/portfolio.ts';
import { openReferentials } from '../../src/storage/referential-source.ts';
import { SNAPSHOT_FILE } from '../../src/domain/folder-names.ts';
import { snapshotOf } from '../../src/storage/portfolio/snapshot.ts';
import { STORIES, readStory, sentencesOf, sha256, storyFolder, storyText } from '../support/stories.ts';

/** SHA-256 of each sentence of the stories, by activity, in the order told; `summary` is the opening paragraph. */
const hashes = JSON.parse(
  readFileSync(new URL('../fixtures/story-sentences.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, string[]>>;

const toldIn = (portfolio: Portfolio): Record<string, string[]> => ({
  summary: sentencesOf(portfolio.candidate.summary ?? ''),
  ...Object.fromEntries(
    portfolio.activities.map((activity) => [
      activity.id,
      NARRATIVE_FIELDS.flatMap((field) => (activity[field] ? sentencesOf(activity[field]) : [])),
    ]),
  ),
});

const paragraphsOf = (text: string, story: string): Record<string, string[]> => {
  const [, ...chapters] = text.split('\n## Récit ');
  const part = chapters.find((chapter) => chapter.includes(story.slice(8).toUpperCase())) ?? '';
  const told = part.slice(part.indexOf('### Récit'), part.indexOf('### Expériences'));
  return Object.fromEntries(
    told
      .split('\n\n')
      .slice(1)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => {
        const head = /^\*\*(\w+)\. .+?\*\* /.exec(paragraph);
        return [head?.[1] ?? 'summary', sentencesOf(paragraph.slice(head?.[0].length ?? 0))];
      }),
  );
};

describe.each(STORIES)('%s', (story) => {
  const portfolio = readStory(story);

  it('says each sentence of the story once, in its activity, and nothing else', () => {
    const told = Object.entries(toldIn(portfolio)).map(
      ([place, sentences]) => [place, sentences.map(sha256).toSorted()] as const,
    );
    const wanted = Object.entries(hashes[story] ?? {}).map(([place, list]) => [place, list.toSorted()] as const);
    expect(wanted.length).toBeGreaterThan(7);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(wanted));
  });

  it('keeps the hashes of the story it was made from, wherever that story can be read', () => {
    const text = storyText();
    const paragraphs = text === undefined ? undefined : Object.entries(paragraphsOf(text, story));
    const kept = paragraphs?.map(([place, sentences]) => [place, sentences.map(sha256)] as const);
    expect(hashes[story]).toEqual(kept === undefined ? hashes[story] : Object.fromEntries(kept));
  });

  it('quotes the story, or the name of a piece, wherever it claims or shows something', () => {
    const told = Object.values(toldIn(portfolio)).flat();
    const organisations = portfolio.organisations.flatMap(({ mission, size }) => [mission, size]);
    const quotes = [
      ...portfolio.activities.flatMap(({ competences }) => competences.map(({ claim }) => claim)),
      ...portfolio.evidence.flatMap(({ shows }) => shows.map(({ what }) => what)),
      ...organisations,
      ...portfolio.candidate.degrees,
    ].filter((quote) => quote !== undefined);
    expect(quotes.length).toBeGreaterThan(50);
    expect(quotes.filter((quote) => !told.some((sentence) => sentence.includes(quote)))).toEqual([]);
  });

  it('holds every proof it names, unaltered, and no other', () => {
    const stored = portfolio.evidence.map(({ file }) => file);
    for (const file of stored) {
      const bytes = readFileSync(`${storyFolder(story)}/${file?.path}`);
      expect({ path: file?.path, bytes: file?.bytes, sha256: file?.sha256 }).toEqual({
        path: file?.path,
        bytes: bytes.length,
        sha256: sha256(bytes),
      });
    }
    expect(readdirSync(`${storyFolder(story)}/preuves`).map((name) => `preuves/${name}`)).toEqual(
      stored.map((file) => file?.path),
    );
  });

  it('carries the référentiel as shipped (otherwise: npm run build && node scripts/refresh-examples.js)', async () => {
    const shipped = await openReferentials().find(portfolio.certification);
    const snapshot = snapshotOf(shipped!);
    expect(portfolio.referential).toEqual({ file: SNAPSHOT_FILE, sha256: snapshot.sha256 });
    expect(sha256(readFileSync(`${storyFolder(story)}/${SNAPSHOT_FILE}`))).toBe(snapshot.sha256);
  });
});

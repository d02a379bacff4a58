import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReceivedArchive } from '../../../src/app/ports/archive.ts';
import { archiveOf, bagEntries, DOCUMENT, PAYLOAD, testArchives } from '../../support/bags.ts';
import { temporariesIn } from '../../support/fault-run.ts';
import { temporaryFolder } from '../../support/portfolio-folder.ts';

const NAME = 'Ada-Fictive-05971aaf';

/** An archive of a day, with changes to what it holds. */
const sent = (day: string | undefined, payload: Readonly<Record<string, string>> = {}): string =>
  archiveOf(
    bagEntries({
      payload: { ...PAYLOAD, ...payload },
      ...(day !== undefined && { tags: { 'bag-info.txt': `Bagging-Date: ${day}\n` } }),
    }),
  );

const receive = (out: string, ...files: readonly string[]): Promise<ReceivedArchive[]> =>
  testArchives().atDesk(out, async (desk) => {
    const received: ReceivedArchive[] = [];
    for (const file of files) received.push(await desk.receive(file, '2026-11-22'));
    return received;
  });

const LATER = `${DOCUMENT}  - id: P02\n    title: Photo\nactivities:\n  - id: A1\n    title: Accueillir\n`;

describe('archives received by an advisor', () => {
  test('are filed by the portfolio, homonyms apart, and once', async () => {
    const out = join(temporaryFolder(), 'promo');
    const homonym = sent('2026-11-01', { 'portfolio.yaml': DOCUMENT.replace('essai-archive', 'une-autre') });
    const first = sent('2026-11-01');
    const received = await receive(out, first, homonym, first);
    expect(received.map(({ status }) => status)).toEqual(['new', 'new', 'same']);
    expect(new Set(received.map(({ folder }) => folder)).size).toBe(2);
    expect((await receive(out, first))[0]).toMatchObject({ status: 'same', folder: join(out, NAME) });
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toHaveLength(2);
  });

  test('keep the reception before, and say what changed since', async () => {
    const out = join(temporaryFolder(), 'promo');
    const [, again] = await receive(
      out,
      sent('2026-11-01'),
      sent('2026-11-10', { 'portfolio.yaml': LATER, 'preuves/P01-statuts.pdf': 'un autre fichier' }),
    );
    expect(again).toMatchObject({
      status: 'replaced',
      held: '2026-11-01',
      previous: join(out, '.acquis', 'receptions', NAME, '2026-11-01'),
      changes: {
        entries: { activities: { added: ['A1'] }, evidence: { added: ['P02'], changed: [], removed: [] } },
        parts: [],
        proofs: { added: [], changed: ['P01'], missing: [] },
      },
    });
    expect(readFileSync(join(again!.previous!, 'portfolio.yaml'), 'utf8')).toBe(DOCUMENT);
    expect(readFileSync(join(out, NAME, 'portfolio.yaml'), 'utf8')).toBe(LATER);
    expect(temporariesIn(out)).toEqual([]);
  });

  test('of an earlier day, or replaced before, change nothing', async () => {
    const out = join(temporaryFolder(), 'promo');
    const [old, sameDay, late] = [
      sent('2026-11-01'),
      sent('2026-11-10', { 'preuves/P01-statuts.pdf': 'entre-temps' }),
      sent('2026-11-10', { 'portfolio.yaml': LATER }),
    ];
    const received = await receive(out, old, sameDay, late, old, sameDay, late);
    expect(received.map(({ status }) => status)).toEqual([
      'new',
      'replaced',
      'replaced',
      'older',
      'older',
      'same',
    ]);
    expect(readFileSync(join(out, NAME, 'portfolio.yaml'), 'utf8')).toBe(LATER);
    expect(readdirSync(join(out, '.acquis/receptions', NAME)).toSorted()).toEqual([
      '2026-11-01',
      '2026-11-10',
    ]);
  });

  test('say which remarks were written here and are not in the new one', async () => {
    const out = join(temporaryFolder(), 'promo');
    await receive(out, sent('2026-11-01'));
    const event =
      "reviews:\n  - { id: R1, about: dossier, kind: remarque, role: conseil, author: Zoé, date: '2026-11-05', text: Bien }\n";
    writeFileSync(join(out, NAME, 'portfolio.yaml'), `${DOCUMENT}${event}`);
    const [again] = await receive(out, sent('2026-11-10', { 'portfolio.yaml': LATER }));
    expect(again).toMatchObject({ status: 'replaced', lostReviews: 1 });
    expect(readFileSync(join(again!.previous!, 'portfolio.yaml'), 'utf8')).toContain('R1');
  });

  test('take up a folder that was restored by hand, and one that was renamed', async () => {
    const out = join(temporaryFolder(), 'promo');
    await testArchives().restore(sent('2026-11-01'), join(out, 'ada'));
    const [again] = await receive(out, sent('2026-11-10', { 'portfolio.yaml': LATER }));
    expect(again).toMatchObject({
      status: 'replaced',
      folder: join(out, 'ada'),
      changes: { proofs: { changed: [] } },
    });
  });

  test('that are refused leave everything as it was', async () => {
    const out = join(temporaryFolder(), 'promo');
    await receive(out, sent('2026-11-01'));
    const bad = sent('2026-11-10', { 'portfolio.yaml': 'version: 1\nid: essai-archive\n' });
    await expect(receive(out, bad)).rejects.toMatchObject({ code: 'invalid-portfolio' });
    mkdirSync(join(out, '.acquis-tmp-99999999-x', 'preuves'), { recursive: true });
    await receive(out, sent('2026-11-01'));
    expect(readdirSync(out).toSorted()).toEqual(['.acquis', NAME]);
    expect(readFileSync(join(out, NAME, 'portfolio.yaml'), 'utf8')).toBe(DOCUMENT);
  });

  test('name no path by their id or their candidate', async () => {
    const out = join(temporaryFolder(), 'promo');
    const document = DOCUMENT.replace('essai-archive', '../../../etc').replace('Ada Fictive', "'../..\\CON'");
    const [received] = await receive(out, sent('2026-11-01', { 'portfolio.yaml': document }));
    expect(received!.folder).toMatch(/promo\/[\w-]+-[0-9a-f]{8}$/u);
  });
});

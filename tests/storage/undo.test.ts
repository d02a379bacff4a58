import { array, assert, asyncProperty, constant, constantFrom, oneof, record } from 'fast-check';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AcquisError } from '../../src/app/errors.ts';
import { listTexts, planUndo } from '../../src/app/undo-change.ts';
import type { Direction } from '../../src/domain/undo-step.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { openTextVersions } from '../../src/storage/versions/text-versions.ts';
import { changeByte } from '../support/made-folder.ts';
import { filesIn } from '../support/fault-run.ts';
import { newFolder, readIn, testStore } from '../support/portfolio-folder.ts';

const versions = openTextVersions();
const codeOf = (error: unknown): string => (error as AcquisError).code;

const step = async (folder: string, to: Direction | number = 'back'): Promise<void> =>
  versions.restore(folder, await planUndo(versions, { folder, to }));

const change = (folder: string, edit: (portfolio: Portfolio) => Portfolio) =>
  testStore().change(folder, ({ portfolio }) => edit(portfolio));
const note = (folder: string, notes: string) => change(folder, (portfolio) => ({ ...portfolio, notes }));

describe('going back', () => {
  test('gives twelve earlier texts, byte for byte, and forward again the newest', async () => {
    const folder = await newFolder();
    const texts = [readIn(folder)];
    for (let save = 1; save <= 12; save++) {
      await note(folder, `Note ${save}`);
      texts.push(readIn(folder));
    }
    for (const text of texts.toReversed().slice(1)) {
      await step(folder);
      expect(readIn(folder)).toBe(text);
    }
    await expect(step(folder)).rejects.toMatchObject({ code: 'nothing-to-undo' });
    for (const text of texts.slice(1)) {
      await step(folder, 'forward');
      expect(readIn(folder)).toBe(text);
    }
    await expect(step(folder, 'forward')).rejects.toMatchObject({ code: 'nothing-to-redo' });
  });

  test('is what whoever edits by hand needs too: each text another program left comes back', async () => {
    const folder = await newFolder();
    await note(folder, 'Enregistrée');
    const saved = readIn(folder);
    const byHand = `${saved}# à la main\n`;
    writeFileSync(join(folder, 'portfolio.yaml'), byHand);
    await step(folder);
    expect(readIn(folder)).toBe(saved);
    await step(folder, 'forward');
    expect(readIn(folder)).toBe(byHand);
  });

  test.each([
    ['cut short', (file: string, text: string) => writeFileSync(file, text.slice(0, text.length - 30))],
    ['no YAML any more', (file: string) => writeFileSync(file, 'id: [')],
    ['gone', (file: string) => rmSync(file)],
  ])('brings a document back that is %s', async (_name, harm) => {
    const folder = await newFolder();
    await note(folder, 'Une assez longue note, pour qu’il y ait de quoi perdre.');
    const saved = readIn(folder);
    harm(join(folder, 'portfolio.yaml'), saved);
    await step(folder);
    expect(readIn(folder)).toBe(saved);
    await note(folder, 'et la suite');
  });

  test('shows what would change, and which proofs are no longer there', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, 'source.txt'), 'pièce');
    const store = testStore();
    await store.change(folder, async (workspace) => {
      const file = await store.importEvidence(workspace, join(folder, 'source.txt'), 'P01');
      const proof = { id: 'P01', title: 'Statuts', experiences: [], activities: [], shows: [], file };
      return { ...workspace.portfolio, evidence: [proof] };
    });
    await change(folder, (portfolio) => ({ ...portfolio, evidence: [], notes: 'n' }));
    // Taken out of the portfolio, never off the disk.
    expect(filesIn(join(folder, 'preuves'))).toEqual(['P01-source.txt']);
    expect(await planUndo(versions, { folder, to: 'back' })).toMatchObject({
      changes: {
        entries: [{ collection: 'evidence', id: 'P01', title: 'Statuts', change: 'added' }],
        fields: ['notes'],
      },
      lostProofs: [],
    });
    rmSync(join(folder, 'preuves', 'P01-source.txt'));
    expect(await planUndo(versions, { folder, to: 'back' })).toMatchObject({ lostProofs: ['P01'] });
    const { texts } = await listTexts(versions, folder);
    expect(texts.map(({ changes }) => changes?.entries.map(({ change: kind }) => kind))).toEqual([
      ['removed'],
      ['added'],
    ]);
  });

  test('does nothing where the text is another than was shown, where an earlier one is spoilt, or unknown', async () => {
    const folder = await newFolder();
    await note(folder, 'a');
    const plan = await planUndo(versions, { folder, to: 'back' });
    await note(folder, 'b');
    const text = readIn(folder);
    await expect(versions.restore(folder, plan)).rejects.toMatchObject({ code: 'undo-changed', kind: 'io' });
    await expect(step(folder, 77)).rejects.toMatchObject({ code: 'unknown-version' });
    const home = join(folder, '.acquis', 'versions');
    changeByte(join(home, filesIn(home).toSorted().at(-1) ?? ''), 20);
    await expect(step(folder)).rejects.toMatchObject({ code: 'version-altered' });
    expect(readIn(folder)).toBe(text);
  });

  test('of a folder without earlier texts is refused, and of no portfolio too', async () => {
    const folder = await newFolder();
    expect(await step(folder).catch(codeOf)).toBe('nothing-to-undo');
    rmSync(join(folder, 'portfolio.yaml'));
    rmSync(join(folder, '.acquis'), { recursive: true });
    expect(await step(folder).catch(codeOf)).toBe('not-a-portfolio');
  });
});

const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** What a person does, in any order: saves, edits by hand, goes back and forward. */
const deeds = array(
  oneof(
    record({ kind: constant('save' as const), text: constantFrom('a', 'b', 'c', 'd', 'e') }),
    record({ kind: constant('hand' as const), text: constantFrom('1', '2', '3') }),
    constant({ kind: 'back' as const }),
    constant({ kind: 'forward' as const }),
  ),
  { minLength: 4, maxLength: 14 },
);

test('whatever came before, as many steps back as there were changes give the first bytes, and as many forward the last', async () => {
  await assert(
    asyncProperty(deeds, async (list) => {
      const folder = await newFolder();
      const file = join(folder, 'portfolio.yaml');
      const seen = new Set([readIn(folder)]);
      const first = readIn(folder);
      for (const deed of list) {
        const present = readIn(folder);
        if (deed.kind === 'hand') writeFileSync(file, `${present}# ${deed.text}\n`);
        else if (deed.kind === 'save') await note(folder, deed.text);
        else if (await isDone(step(folder, deed.kind))) seen.add(present);
        // A second edit by hand leaves nothing of the first: nobody but the editor knew of it.
        if (deed.kind === 'save' && readIn(folder) !== present) seen.add(present);
      }
      seen.add(readIn(folder));
      while (await isDone(step(folder, 'forward'))); // prettier-ignore
      const last = readIn(folder);
      const met = new Set([last]);
      while (await isDone(step(folder))) met.add(readIn(folder)); // prettier-ignore
      // Everything that ever stood there was met again on the way.
      if (seen.size > 1) expect(readIn(folder)).toBe(first);
      expect([...seen].filter((text) => !met.has(text))).toEqual([]);
      while (await isDone(step(folder, 'forward'))); // prettier-ignore
      expect(readIn(folder)).toBe(last);
    }),
    { numRuns: 8 },
  );
}, 120_000);

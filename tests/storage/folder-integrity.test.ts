import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutFindings } from '../../src/app/cut-finding.ts';
import type { AcquisError } from '../../src/app/errors.ts';
import type { FolderVerdict } from '../../src/app/ports/integrity.ts';
import { verifyFolder } from '../../src/app/verify-folder.ts';
import type { Evidence } from '../../src/domain/portfolio.ts';
import { createFolderInspector } from '../../src/storage/folder-integrity.ts';
import { filesIn } from '../support/fault-run.ts';
import { changeByte } from '../support/made-folder.ts';
import { newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';

const verify = (folder: string): Promise<FolderVerdict> => verifyFolder(createFolderInspector(), folder);

const troubles = ({ files }: FolderVerdict): string[] =>
  files
    .filter(({ standing }) => standing !== 'intact')
    .map(({ owner, role, standing }) => `${owner} ${role} ${standing}`);

/** A portfolio with `count` proofs of some kilobytes, each with its recorded hash, and one version to be shown. */
const folderWithProofs = async (count = 3): Promise<string> => {
  const folder = await newFolder();
  const store = testStore();
  const sources = temporaryFolder();
  await store.change(folder, async (workspace) => {
    const evidence: Evidence[] = [];
    for (let number = 1; number <= count; number++) {
      const id = `P0${number}`;
      const source = join(sources, `${id}.pdf`);
      const content = createHash('sha512').update(id).digest('base64').repeat(30);
      writeFileSync(source, content);
      const file = await store.importEvidence(workspace, source, id);
      appendFileSync(source, 'masqué');
      const publicFile = number === 1 ? await store.importEvidence(workspace, source, id) : undefined;
      evidence.push({ id, title: `Pièce ${id}`, experiences: [], activities: [], shows: [], file, ...(publicFile && { publicFile }) });
    }
    return { ...workspace.portfolio, evidence };
  }); // prettier-ignore
  return folder;
};

/** Every name, kind, date and byte of a folder. */
const everythingIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mtimeMs, mode, ino } = lstatSync(path);
      const hash = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
      return `${path} ${mode} ${ino} ${mtimeMs} ${hash}`;
    })
    .toSorted()
    .join('\n');

describe('a folder that is whole', () => {
  test('is complete and valid, and looking changes nothing in it', async () => {
    const folder = await folderWithProofs();
    const before = everythingIn(folder);
    const verdict = await verify(folder);
    expect(verdict).toMatchObject({ complete: true, valid: true, sound: true, orphans: [] });
    expect(verdict.files.map(({ role }) => role)).toEqual([
      'referential', 'evidence', 'publicFile', 'evidence', 'evidence',
    ]); // prettier-ignore
    expect(troubles(verdict)).toEqual([]);
    expect(verdict.document).toEqual({ state: 'sound' });
    expect(everythingIn(folder)).toBe(before);
  });
});

describe('what was done to its files', () => {
  test('a thousand flips of one byte: each found, and the file named', async () => {
    const folder = await folderWithProofs(4);
    const files = filesIn(join(folder, 'preuves'));
    const { evidence } = (await testStore().open(folder)).portfolio;
    const owners = new Map(
      evidence.flatMap(({ id, file, publicFile }) => [
        [file?.path, `${id} evidence altered`] as const,
        [publicFile?.path, `${id} publicFile altered`] as const,
      ]),
    );
    const all = files.map((name) => owners.get(`preuves/${name}`) ?? '');
    let found = 0;
    // One in each of the five files at a time: the others never hide one.
    for (let round = 0; round < 200; round++) {
      const flips = files.map((name, index) => {
        const path = join(folder, 'preuves', name);
        return { path, position: ((round * 5 + index) * 7919) % lstatSync(path).size };
      });
      for (const { path, position } of flips) changeByte(path, position);
      const verdict = await verify(folder);
      expect(troubles(verdict).toSorted(), String(round)).toEqual(all.toSorted());
      if (!verdict.valid && verdict.complete) found += flips.length;
      for (const { path, position } of flips) changeByte(path, position);
    }
    expect(found).toBe(1000);
    expect(await verify(folder)).toMatchObject({ complete: true, valid: true });
  });

  const harms: [string, (folder: string, proof: string) => void, string][] = [
    ['taken away', (_, proof) => rmSync(proof), 'P02 evidence missing'],
    ['emptied', (_, proof) => writeFileSync(proof, ''), 'P02 evidence altered'],
    ['longer by a byte', (_, proof) => appendFileSync(proof, 'x'), 'P02 evidence altered'],
    ['a folder now', (_, proof) => (rmSync(proof), mkdirSync(proof)), 'P02 evidence not-a-file'],
    ['a link to the outside', (_, proof) => (rmSync(proof), symlinkSync('/etc/hostname', proof)), 'P02 evidence outside'],
    ['a link to the portfolio', (folder, proof) => (rmSync(proof), symlinkSync(join(folder, 'portfolio.yaml'), proof)), 'P02 evidence outside'],
    ['a FIFO', (_, proof) => (rmSync(proof), void execFileSync('mkfifo', [proof])), 'P02 evidence not-a-file'],
    ['the référentiel, changed', (folder) => changeByte(join(folder, 'referentiel.json'), 40), ' referential altered'],
    ['the référentiel, gone', (folder) => rmSync(join(folder, 'referentiel.json')), ' referential missing'],
  ]; // prettier-ignore
  test.each(harms)('%s', async (_name, harm, trouble) => {
    const folder = await folderWithProofs();
    const { evidence } = (await testStore().open(folder)).portfolio;
    harm(folder, join(folder, evidence[1]?.file?.path ?? ''));
    const verdict = await verify(folder);
    expect(troubles(verdict)).toEqual([trouble]);
    expect(verdict.sound).toBe(false);
  });

  test('a file too many is told and is no fault; what the portfolio names in another spelling is none', async () => {
    const folder = await folderWithProofs();
    mkdirSync(join(folder, 'preuves', 'brouillons'));
    writeFileSync(join(folder, 'preuves', 'brouillons', 'notes.txt'), 'à trier');
    writeFileSync(join(folder, 'preuves', '.DS_Store'), '');
    symlinkSync('/etc', join(folder, 'preuves', 'ailleurs'));
    const text = readIn(folder).replace('preuves/P03', 'preuves/./P03');
    writeFileSync(join(folder, 'portfolio.yaml'), text);
    const verdict = await verify(folder);
    expect(verdict.orphans).toEqual(['preuves/ailleurs', 'preuves/brouillons/notes.txt']);
    expect(verdict).toMatchObject({ complete: false, valid: true, sound: true });
  });

  test('a proof without a recorded hash is told', async () => {
    const folder = await folderWithProofs();
    const text = readIn(folder).replace(/ +sha256: "?[0-9a-f]{64}"?\n(?= +bytes[^]*Pièce P03)/, '');
    writeFileSync(join(folder, 'portfolio.yaml'), text);
    const verdict = await verify(folder);
    expect(verdict.files.filter(({ standing }) => standing === 'unrecorded')).toHaveLength(1);
    expect(verdict).toMatchObject({ complete: true, valid: true, sound: true });
  });

  test('an earlier text that changed is named; one that could not be saved is none of them', async () => {
    const folder = await folderWithProofs();
    await testStore().change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'a' }));
    const home = join(folder, '.acquis', 'versions');
    const [first = ''] = readdirSync(home).toSorted();
    changeByte(join(home, first), 30);
    expect(await verify(folder)).toMatchObject({
      versions: { altered: [first] },
      valid: false,
      sound: false,
    });
  });
});

describe('a portfolio.yaml that was cut short', () => {
  test('at any of two hundred places: told by verify, and no command writes over it', async () => {
    const folder = await folderWithProofs();
    const store = testStore();
    await store.change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Dernière ligne. '.repeat(20) }));
    const file = join(folder, 'portfolio.yaml');
    const whole = readFileSync(file);
    let stillValid = 0;
    for (let place = 0; place < 200; place++) {
      const bytes = whole.subarray(0, Math.floor((whole.length * place) / 200));
      writeFileSync(file, bytes);
      const { document, sound } = await verify(folder);
      expect([document.state, sound], String(place)).not.toContain(true);
      if (document.state === 'cut') stillValid++;
      // Who only reads hears of it where the text still says something.
      const heard = await store.open(folder).then(cutFindings, () => undefined);
      if (heard !== undefined) expect(heard.length > 0, String(place)).toBe(document.state === 'cut');
      const refused = await store
        .change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'par-dessus' }))
        .catch((error: unknown) => (error as AcquisError).code);
      expect(['portfolio-cut', 'invalid-portfolio'], String(place)).toContain(refused);
      expect(readFileSync(file).equals(bytes)).toBe(true);
    }
    // Otherwise the parser alone would have told.
    expect(stillValid).toBeGreaterThan(20);
  });

  test('on purpose: accepted, and the former text stays as a version', async () => {
    const folder = await folderWithProofs();
    const store = testStore();
    await store.change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Fin.' }));
    const whole = readIn(folder);
    writeFileSync(join(folder, 'portfolio.yaml'), whole.slice(0, whole.indexOf('notes:')));
    expect((await verify(folder)).document).toMatchObject({ state: 'cut', changed: { fewer: 1, more: 0 } });
    await createFolderInspector().accept(folder);
    expect(await verify(folder)).toMatchObject({ document: { state: 'sound' }, sound: true });
    await store.change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'Autre fin.' }));
    const home = join(folder, '.acquis', 'versions');
    expect(readdirSync(home).map((name) => readFileSync(join(home, name), 'utf8'))).toContain(whole);
  });

  test('whoever edits by hand is left in peace, and what we saved stays as a version', async () => {
    const folder = await folderWithProofs();
    const saved = readIn(folder);
    const byHand = saved.replace('Pièce P03', 'Pièce trois').replace(/# .*\n/, '');
    writeFileSync(join(folder, 'portfolio.yaml'), byHand);
    expect(await verify(folder)).toMatchObject({ document: { state: 'sound' }, sound: true });
    await testStore().change(folder, ({ portfolio }) => ({ ...portfolio, notes: 'a' }));
    const home = join(folder, '.acquis', 'versions');
    const texts = readdirSync(home)
      .toSorted()
      .map((name) => readFileSync(join(home, name), 'utf8'));
    expect(texts.slice(-2)).toEqual([saved, byHand]);
  });

  test('where it cannot be read at all, the files are those of the last text saved', async () => {
    const folder = await folderWithProofs();
    writeFileSync(join(folder, 'portfolio.yaml'), 'version: "1"\nid: [');
    const proof = join(folder, 'preuves', filesIn(join(folder, 'preuves'))[0] ?? '');
    renameSync(proof, `${proof}x`);
    const verdict = await verify(folder);
    expect(verdict).toMatchObject({ basis: 'last-saved', document: { state: 'unreadable' }, sound: false });
    expect(troubles(verdict)).toHaveLength(1);
    expect(verdict.orphans).toHaveLength(1);
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AcquisError } from '../../../src/app/errors.ts';
import { bagEntries, archiveOf, PAYLOAD, testArchives } from '../../support/bags.ts';
import { filesIn } from '../../support/fault-run.ts';
import { temporaryFolder } from '../../support/portfolio-folder.ts';
import { zip, type ZipEntry } from '../../support/zip.ts';

/** A folder with a file that nothing may read or change, and the place where the archive would go. */
const desk = () => {
  const home = temporaryFolder();
  writeFileSync(join(home, 'canari.txt'), 'CANARI');
  mkdirSync(join(home, 'ici'));
  return { home, target: join(home, 'ici', 'repris') };
};

const refusal = async (archive: string): Promise<{ error: AcquisError; home: string }> => {
  const { home, target } = desk();
  const error = await testArchives()
    .restore(archive, target)
    .then(
      () => Promise.reject(new Error('restored')),
      (thrown: unknown) => thrown as AcquisError,
    );
  // Nothing left, nothing outside.
  expect(readdirSync(home).toSorted()).toEqual(['canari.txt', 'ici']);
  expect(filesIn(join(home, 'ici'))).toEqual([]);
  expect(readdirSync(join(home, 'ici'))).toEqual([]);
  expect(readFileSync(join(home, 'canari.txt'), 'utf8')).toBe('CANARI');
  expect(readdirSync(dirname(archive))).toHaveLength(1);
  expect(existsSync('/tmp/dehors-acquis')).toBe(false);
  return { error, home };
};

const codes = ({ details }: AcquisError): string[] => details.map(({ code }) => code);

const withEntry = (...extra: ZipEntry[]): ZipEntry[] => [...bagEntries(), ...extra];
const named = (name: string | Buffer): ZipEntry[] => withEntry({ name, content: 'x' });
const first = (change: Partial<ZipEntry>): ZipEntry[] =>
  bagEntries().map((entry, index) => (index === 2 ? { ...entry, ...change } : entry));

describe('an archive with a name that leads elsewhere, or that some system cannot keep', () => {
  test.each<[string, string | Buffer, string]>([
    ['..', 'data/../../dehors', 'entry-parent'],
    ['.. at the start', '../dehors', 'entry-parent'],
    ['.. with backslashes', '..\\..\\dehors', 'entry-parent'],
    ['mixed slashes', 'data/..\\dehors', 'entry-parent'],
    ['an absolute path', '/tmp/dehors-acquis', 'entry-absolute'],
    ['a share', '\\\\serveur\\partage\\x', 'entry-absolute'],
    ['a drive', 'C:\\dehors', 'entry-absolute'],
    ['a drive without a slash', 'c:dehors', 'entry-absolute'],
    ['a stream of Windows', 'data/portfolio.yaml:flux', 'entry-sign'],
    ['a single point', 'data/./x', 'entry-empty-part'],
    ['two slashes', 'data//x', 'entry-empty-part'],
    ['a device', 'data/CON', 'entry-device-name'],
    ['a device with an ending', 'data/nul.pdf', 'entry-device-name'],
    ['a device with a raised digit', 'data/COM¹.txt', 'entry-device-name'],
    ['a point at its end', 'data/x.', 'entry-trailing'],
    ['a blank at its end', 'data/x /y', 'entry-trailing'],
    ['a NUL', 'data/x\0.pdf', 'entry-control'],
    ['an escape', 'data/\u001b[2J', 'entry-control'],
    ['a line end', 'data/x\ny', 'entry-control'],
    ['a turned direction', 'data/\u202egpj.exe', 'entry-control'],
    ['a sign nobody sees', 'data/x\u200b', 'entry-control'],
    ['a star', 'data/*.pdf', 'entry-sign'],
    ['too long a part', `data/${'x'.repeat(256)}`, 'entry-long'],
    ['too long a path', `data/${'abcdefgh/'.repeat(60)}x`, 'entry-long'],
    ['60,000 signs', `data/${'x'.repeat(60_000)}`, 'entry-long'],
  ])('%s is refused', async (_, name, code) => {
    const { error } = await refusal(archiveOf(named(name)));
    expect(error).toMatchObject({ kind: 'data', code: 'archive-refused' });
    expect(codes(error)).toContain(code);
  });

  test('a name that is announced as UTF-8 and is none is refused', async () => {
    const name = Buffer.from([0x64, 0x61, 0x74, 0x61, 0x2f, 0xff, 0xfe]);
    const { error } = await refusal(archiveOf(withEntry({ name, content: 'x', flags: 0x800 })));
    expect(codes(error)).toContain('entry-undecodable');
  });

  test.each([
    ['twice', 'data/portfolio.yaml'],
    ['in other letters', 'data/PORTFOLIO.yaml'],
    ['in another composition', 'data/e\u0301te\u0301.pdf'],
    ['below a file', 'data/portfolio.yaml/x'],
    ['in a folder of other letters', 'data/Preuves/x.pdf'],
    ['in a compatible sign', 'data/portfolio。yaml'.replace('。', '\u2024')],
  ])('the same name %s is refused', async (_, name) => {
    const { error } = await refusal(
      archiveOf(withEntry({ name: 'data/été.pdf', content: 'x' }, { name, content: 'x' })),
    );
    expect(codes(error)).toContain('entry-twice');
  });
});

describe('an archive with an entry that is more than a file', () => {
  test.each<[string, ZipEntry, string]>([
    ['a link', { name: 'data/lien', content: '/etc/passwd', mode: 0o120777 }, 'entry-link'],
    ['a link out of the folder', { name: 'data/preuves', content: '../..', mode: 0o120777 }, 'entry-link'],
    ['a link of Windows', { name: 'data/lien', content: 'x', host: 0, attributes: 0x420 }, 'entry-link'],
    ['a device', { name: 'data/disque', content: '', mode: 0o060600 }, 'entry-special'],
    ['a pipe', { name: 'data/tube', content: '', mode: 0o010600 }, 'entry-special'],
    ['a socket', { name: 'data/prise', content: '', mode: 0o140600 }, 'entry-special'],
    ['a folder with bytes', { name: 'data/dossier/', content: 'x', mode: 0o040755 }, 'entry-special'],
    ['a password', { name: 'data/secret', content: 'x', flags: 1 }, 'entry-encrypted'],
    ['a strong password', { name: 'data/secret', content: 'x', flags: 0x41 }, 'entry-encrypted'],
    ['a hidden header', { name: 'data/secret', content: 'x', flags: 0x2000 }, 'entry-encrypted'],
    ['an unknown compression', { name: 'data/x', content: 'x', method: 14 }, 'entry-method'],
    ['two names', { name: 'data/x', localName: 'data/y', content: 'x' }, 'entry-header'],
    ['the bytes of another', { name: 'data/y', content: 'x', sameAs: 0 }, 'entry-header'],
    [
      'a name of bytes that are there',
      { ...bagEntries()[0]!, name: 'bagit.tx2', localName: 'bagit.txt', sameAs: 0 },
      'entry-overlap',
    ],
  ])('%s is refused', async (_, entry, code) => {
    const { error } = await refusal(archiveOf(withEntry(entry)));
    expect(error.code).toBe('archive-refused');
    expect(codes(error)).toContain(code);
  });
});

describe('an archive that is a bomb', () => {
  test.each<[string, ZipEntry[], string]>([
    ['of one file', withEntry({ name: 'data/zeros', content: Buffer.alloc(20_000_000) }), 'entry-ratio'],
    [
      'of many small ones',
      withEntry(
        ...Array.from({ length: 300 }, (_, index) => ({
          name: `data/z${index}`,
          content: Buffer.alloc(99_000),
        })),
      ),
      'entry-ratio',
    ],
    ['that says 600 MB', withEntry({ name: 'data/x', content: 'x', size: 600_000_000 }), 'archive-bytes'],
    ['that says 4 GB', withEntry({ name: 'data/x', content: 'x', size: 0xfffffffe }), 'archive-bytes'],
    [
      'of 5,001 entries',
      withEntry(...Array.from({ length: 4_998 }, (_, index) => ({ name: `data/z${index}`, content: '' }))),
      'archive-entries',
    ],
  ])('%s is refused before it is inflated', async (_, entries, code) => {
    const started = performance.now();
    const { error } = await refusal(archiveOf(entries));
    expect(codes(error)).toContain(code);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('that lies about its size is refused while it is inflated', async () => {
    const lying = first({ content: Buffer.alloc(5_000_000, 'ab'), size: 100 });
    expect(codes((await refusal(archiveOf(lying))).error)).toContain('entry-damaged');
  });

  test('of archives is a file like any other: what is inside is not opened', async () => {
    const inner = zip([{ name: '../../dehors', content: 'x' }]);
    const archive = archiveOf(bagEntries({ payload: { ...PAYLOAD, 'preuves/P02.zip': inner } }));
    const { target } = desk();
    await testArchives().restore(archive, target);
    expect(readFileSync(join(target, 'preuves/P02.zip')).equals(inner)).toBe(true);
  });
});

describe('an archive that is damaged', () => {
  const whole = zip(bagEntries());

  test.each<[string, Buffer, string]>([
    ['another checksum', zip(first({ crc: 1 })), 'entry-damaged'],
    ['fewer bytes than it says', zip(first({ size: 9_999 })), 'entry-damaged'],
    ['no end', whole.subarray(0, -30), 'archive-directory'],
    ['half of it', whole.subarray(0, whole.length >> 1), 'archive-directory'],
    ['something before it', Buffer.concat([Buffer.from('PK  '), whole]), 'archive-directory'],
    ['entries it does not admit to', zip(bagEntries(), { count: 3 }), 'archive-directory'],
    ['fewer entries than it says', zip(bagEntries(), { count: 9 }), 'archive-directory'],
    ['nothing but its head', Buffer.from('PK\u0003\u0004'), 'archive-directory'],
  ])('with %s is refused', async (_, archive, code) => {
    const { error } = await refusal(archiveOf(archive));
    expect(error).toMatchObject({ kind: 'data', code: 'archive-refused' });
    expect(codes(error)).toContain(code);
  });

  test('by one byte anywhere is never restored as something else', async () => {
    const archives = testArchives();
    const path = archiveOf(whole);
    const outcomes = { refused: 0, same: 0 };
    for (let at = 0; at < whole.length; at += 11) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1 << (at % 8);
      writeFileSync(path, bytes);
      const found = await archives.examine(path).then(
        (archive) => archive,
        (error: unknown) => (error as AcquisError).kind,
      );
      if (found === 'data') outcomes.refused++;
      else {
        // A date, a version or a mode: nothing of what comes out.
        expect(found).toMatchObject({ id: 'essai-archive', files: 2 });
        outcomes.same++;
      }
    }
    expect(outcomes.refused).toBeGreaterThan(outcomes.same * 2);
  });

  test.each([
    ['a tar', Buffer.alloc(1024, 'x'), 'restore-format'],
    ['an empty file', Buffer.alloc(0), 'restore-format'],
    ['an archive of something else', zip([{ name: 'lettre.txt', content: 'x' }]), 'archive-not-bag'],
    ['an archive of nothing', zip([]), 'archive-not-bag'],
  ])('%s is told apart', async (_, bytes, code) => {
    expect((await refusal(archiveOf(bytes))).error.code).toBe(code);
  });
});

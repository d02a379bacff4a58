import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AcquisError } from '../../../src/app/errors.ts';
import { archiveOf, bagEntries, DOCUMENT, PAYLOAD, testArchives } from '../../support/bags.ts';
import { filesIn } from '../../support/fault-run.ts';
import { temporaryFolder } from '../../support/portfolio-folder.ts';
import { sha256 } from '../../support/stories.ts';
import type { ZipEntry } from '../../support/zip.ts';

const OLD_VERSION = { 'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n' };
const strewn: ZipEntry[] = [
  { name: '__MACOSX/sac/._data', content: 'x' },
  { name: 'sac/.DS_Store', content: 'x' },
  { name: 'sac/data/.DS_Store', content: 'x' },
];

describe('a bag that another tool made', () => {
  test.each<[string, ZipEntry[]]>([
    ['version 0.97', bagEntries({ tags: OLD_VERSION })],
    ['line ends of Windows', bagEntries({ lineEnd: '\r\n' })],
    ['line ends of an old Macintosh', bagEntries({ lineEnd: '\r' })],
    ['SHA-512 alone', bagEntries({ algorithms: ['sha512'] })],
    ['four manifests', bagEntries({ algorithms: ['sha512', 'sha256', 'sha1', 'md5'] })],
    ['a folder around it', bagEntries({ top: 'sac/' })],
    ['a folder made on a Mac', [...bagEntries({ top: 'sac/' }), ...strewn]],
    ['entries for its folders', [{ name: 'data/', content: '', mode: 0o040755 }, ...bagEntries()]],
    [
      'backslashes',
      bagEntries().map((entry) => ({ ...entry, name: String(entry.name).replaceAll('/', '\\') })),
    ],
    [
      'a count of its bytes',
      bagEntries({ tags: { 'bag-info.txt': `Payload-Oxum: ${DOCUMENT.length + 16}.2\n` } }),
    ],
    ['an empty list of files to fetch', bagEntries({ tags: { 'fetch.txt': '' } })],
  ])('with %s is taken back', async (_, entries) => {
    const folder = join(temporaryFolder(), 'neuf', 'repris');
    const restored = await testArchives().restore(archiveOf(entries), folder);
    expect(restored).toMatchObject({ id: 'essai-archive', name: 'Ada Fictive', files: 2, leftOut: [] });
    expect(filesIn(folder)).toEqual(['portfolio.yaml', 'preuves/P01-statuts.pdf']);
    expect(readFileSync(join(folder, 'portfolio.yaml'), 'utf8')).toBe(DOCUMENT);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'preuves/P01-statuts.pdf')).mode & 0o777).toBe(0o600);
  });

  test('with names in the other composition, as a Mac writes them, is taken back', async () => {
    const document = DOCUMENT.replaceAll('P01-statuts', 'P01-été');
    const payload = { 'portfolio.yaml': document, 'preuves/P01-été.pdf': 'x' };
    const entries = bagEntries({ payload }).map((entry) => ({
      ...entry,
      name: String(entry.name).normalize('NFD'),
    }));
    const { files } = await testArchives().restore(archiveOf(entries), join(temporaryFolder(), 'repris'));
    expect(files).toBe(2);
  });

  test('leaves in the archive what programs hide, and says so', async () => {
    const payload = {
      ...PAYLOAD,
      '.git/hooks/post-checkout': '#!/bin/sh',
      '.acquis/lock': '',
      '.acquis/reception.json': '{}',
      '.acquis/versions/000001-20261122T044512Z-1f2e3d4c.yaml': DOCUMENT,
      'exports/portfolio.html': '<p>',
    };
    const folder = join(temporaryFolder(), 'repris');
    const { ignored } = await testArchives().restore(archiveOf(bagEntries({ payload })), folder);
    expect(ignored).toEqual(['.acquis/lock', '.acquis/reception.json', '.git/hooks/post-checkout']);
    expect(filesIn(folder)).toHaveLength(4);
  });

  test('leaves in the archive what git would take for its own, also where the portfolio names it as a proof', async () => {
    const proofs = [
      '.git/config',
      '.git/HEAD',
      'preuves/HEAD',
      'preuves/config',
      '.envrc',
      'preuves/.photo.jpg',
    ];
    const named = proofs.map(
      (path, index) => `  - id: Q${index}\n    title: Pièce\n    file:\n      path: ${path}\n`,
    );
    const payload = {
      ...PAYLOAD,
      ...Object.fromEntries(proofs.map((path) => [path, '[core] fsmonitor = touch canari'])),
      'portfolio.yaml': `${DOCUMENT}${named.join('')}`,
      HEAD: 'ref: refs/heads/main',
    };
    const folder = join(temporaryFolder(), 'repris');
    const { ignored } = await testArchives().restore(archiveOf(bagEntries({ payload })), folder);
    expect(ignored).toEqual(['.envrc', '.git/HEAD', '.git/config', 'HEAD', 'preuves/HEAD']);
    expect(filesIn(folder)).toEqual([
      'portfolio.yaml', 'preuves/.photo.jpg', 'preuves/P01-statuts.pdf', 'preuves/config',
    ]); // prettier-ignore
  });
});

const line = (path: string, digest = 'a'.repeat(64)): string => `${digest}  ${path}\n`;
const more = (text: string): ZipEntry[] => {
  const entries = bagEntries();
  return entries.map((entry) =>
    entry.name === 'manifest-sha256.txt' ? { ...entry, content: `${String(entry.content)}${text}` } : entry,
  );
};

/** The manifest is vouched for, the description is another one than it was. */
const changedTag = ((): ZipEntry[] => {
  const manifest = String(bagEntries().find(({ name }) => name === 'manifest-sha256.txt')?.content);
  const vouched = `${line('bag-info.txt')}${line('manifest-sha256.txt', sha256(manifest))}`;
  return bagEntries({ tags: { 'bag-info.txt': 'X: y\n', 'tagmanifest-sha256.txt': vouched } });
})();

describe('a bag that is not complete, not valid, or asks for what is not there', () => {
  test.each<[string, ZipEntry[], string]>([
    [
      'an unknown version',
      bagEntries({ tags: { 'bagit.txt': 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n' } }),
      'bag-version',
    ],
    ['no version', bagEntries({ tags: { 'bagit.txt': '' } }), 'bag-version'],
    [
      'another encoding',
      bagEntries({ tags: { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n' } }),
      'bag-encoding',
    ],
    ['no manifest', bagEntries({ algorithms: [] }), 'bag-no-manifest'],
    ['a weak manifest alone', bagEntries({ algorithms: ['md5'] }), 'bag-no-manifest'],
    [
      'an unknown algorithm',
      bagEntries({ tags: { 'manifest-crc32.txt': line('data/portfolio.yaml', 'a'.repeat(32)) } }),
      'bag-algorithm',
    ],
    ['a line that is none', more('bonjour\n'), 'bag-line'],
    ['a file that is not there', more(line('data/absent.pdf')), 'bag-missing'],
    ['a line end in a name', more(line('data/x%0D%0A/etc/passwd')), 'bag-missing'],
    ['a manifest that leads out', more(line('../canari.txt')), 'bag-outside'],
    ['a manifest that leads out of its folder', more(line('data/../../canari.txt')), 'bag-outside'],
    ['a manifest that leads out by a backslash', more(line('data\\..\\canari.txt')), 'bag-outside'],
    ['a manifest of what is not its own', more(line('bagit.txt')), 'bag-outside'],
    ['a file named twice', more(line('data/portfolio.yaml')), 'bag-listed-twice'],
    [
      'a file that nobody names',
      [...bagEntries(), { name: 'data/intrus.pdf', content: 'x' }],
      'bag-unlisted',
    ],
    [
      'files to fetch',
      bagEntries({ tags: { 'fetch.txt': 'http://127.0.0.1:9911/x 10 data/x\n' } }),
      'bag-fetch',
    ],
    ['another count', bagEntries({ tags: { 'bag-info.txt': 'Payload-Oxum: 1.1\n' } }), 'bag-oxum'],
    ['a tag file that changed', changedTag, 'bag-altered'],
    [
      'a manifest nobody vouches for',
      bagEntries({ tags: { 'bag-info.txt': 'X: y\n', 'tagmanifest-sha256.txt': line('bag-info.txt') } }),
      'bag-unlisted',
    ],
    ['no portfolio', bagEntries({ payload: { 'x.pdf': 'x' } }), 'bag-no-portfolio'],
    [
      'a text that is none',
      bagEntries({ tags: { 'bag-info.txt': '\u0000\u0001' } }).map((entry) =>
        entry.name === 'bag-info.txt' ? { ...entry, content: Buffer.from([0xff, 0xfe]) } : entry,
      ),
      'bag-text',
    ],
  ])('with %s is refused', async (_, entries, code) => {
    const error = (await testArchives()
      .examine(archiveOf(entries))
      .catch((thrown: unknown) => thrown)) as AcquisError;
    expect(error).toMatchObject({ kind: 'data', code: 'archive-refused' });
    expect(error.details.map((defect) => defect.code)).toContain(code);
  });

  test('tells every altered file at once', async () => {
    const entries = bagEntries().map((entry) =>
      String(entry.name).startsWith('data/') ? { ...entry, content: `${String(entry.content)}!` } : entry,
    );
    await expect(testArchives().examine(archiveOf(entries))).rejects.toMatchObject({
      details: [
        { file: 'data/portfolio.yaml', code: 'bag-altered' },
        { file: 'data/preuves/P01-statuts.pdf', code: 'bag-altered' },
      ],
    });
  });

  test.each([
    ['cut', 'version: 1\nid: x\ncertif', 'invalid-portfolio'],
    ['of another version', 'version: 999\nid: x\n', 'unsupported-version'],
    ['too large', `${DOCUMENT}#${randomBytes(550_000).toString('hex')}`, 'invalid-portfolio'],
    [
      'with a proof outside',
      DOCUMENT.replace('preuves/P01-statuts.pdf', '../canari.txt'),
      'invalid-portfolio',
    ],
  ])('holds a portfolio that is %s: refused, and the archive named', async (_, document, code) => {
    const payload = { ...PAYLOAD, 'portfolio.yaml': document };
    const archive = archiveOf(bagEntries({ payload }));
    const error = (await testArchives()
      .restore(archive, join(temporaryFolder(), 'repris'))
      .catch((thrown: unknown) => thrown)) as AcquisError;
    expect(error.code).toBe(code);
    expect(error.args['file']).toBe(`${archive} › portfolio.yaml`);
  });
});

import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../../src/domain/file-type/inspect-content.ts';
import { sampleOf } from '../../../src/domain/file-type/sample.ts';
import { FILE_TYPES, type FileType } from '../../../src/domain/file-type/types.ts';
import { makeDocx } from '../../../src/domain/sample/files/docx.ts';
import { makePdf } from '../../../src/domain/sample/files/pdf.ts';
import { makeWav } from '../../../src/domain/sample/files/wav.ts';
import { png, talkativeJpeg, talkativePng, talkativeWebp } from '../../support/pictures.ts';
import { zip } from '../../support/zip.ts';

const look = (bytes: Uint8Array, path = 'preuves/piece') => inspectContent(path, sampleOf(bytes));

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const box = (brand: string, ...others: string[]): Buffer => {
  const names = ['ftyp', brand, '\0\0\0\0', ...others].join('');
  return Buffer.concat([Buffer.from([0, 0, 0, names.length + 4]), bytes(names), Buffer.alloc(64)]);
};
const openDocument = (kind: string): Buffer => {
  const name = bytes(`application/vnd.oasis.opendocument.${kind}`);
  const local = Buffer.alloc(30);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(8, 26);
  return Buffer.concat([local, bytes('mimetype'), name, zip([{ name: 'content.xml', content: '<a/>' }])]);
};
const office = (folder: string): Buffer =>
  zip(['[Content_Types].xml', '_rels/.rels', `${folder}/a.xml`].map((name) => ({ name, content: name })));
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae10000', 'hex');
const bitmap = Buffer.concat([
  bytes('BM'),
  Buffer.from([90, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0]),
  Buffer.alloc(76),
]);

const KNOWN: Readonly<Record<FileType, readonly Uint8Array[]>> = {
  pdf: [
    makePdf('Note', ['Un paragraphe.']),
    Buffer.concat([bytes('\r\n\n'), makePdf('Note', ['Un.'])]),
    Buffer.concat([Buffer.from([1, 2, 3]), makePdf('Note', ['Un.'])]),
  ],
  png: [png(8, 8), talkativePng()],
  jpeg: [talkativeJpeg()],
  gif: [bytes('GIF89a\u0001\0\u0001\0\0\0\0;'), bytes('GIF87a\0')],
  webp: [talkativeWebp()],
  heic: [box('heic', 'mif1', 'heic'), box('mif1', 'heic')],
  avif: [box('avif', 'mif1'), box('mif1', 'avif', 'miaf')],
  tiff: [Buffer.from('49492a0008000000', 'hex'), Buffer.from('4d4d002a00000008', 'hex')],
  bmp: [bitmap],
  svg: [
    bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from(
      '\uFEFF<?xml version="1.0"?>\n<!-- Dessin -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg/>',
    ),
  ],
  docx: [makeDocx('Note', ['Un.']), office('word')],
  xlsx: [office('xl')],
  pptx: [office('ppt')],
  odt: [openDocument('text')],
  ods: [openDocument('spreadsheet')],
  odp: [openDocument('presentation')],
  'office-97': [OLD_OFFICE],
  rtf: [bytes('{\\rtf1\\ansi Bonjour}')],
  zip: [
    zip([{ name: 'a.txt', content: 'a' }]),
    // A folder of that name makes no Word file.
    zip([{ name: 'word/a.txt', content: 'a' }]),
    bytes(`PK\u0005\u0006${'\0'.repeat(18)}`),
  ],
  gzip: [Buffer.from('1f8b0800000000000003', 'hex')],
  '7z': [Buffer.from('377abcaf271c0004', 'hex')],
  rar: [bytes('Rar!\u001a\u0007\u0001\0')],
  mp4: [box('isom', 'mp41'), box('3gp4')],
  mov: [box('qt  '), Buffer.concat([Buffer.from([0, 0, 0, 8]), bytes('wide'), Buffer.alloc(9)])],
  webm: [Buffer.concat([Buffer.from('1a45dfa39f4286810142f7', 'hex'), bytes('\u0081webm')])],
  mkv: [Buffer.concat([Buffer.from('1a45dfa3a34286810142f7', 'hex'), bytes('matroska')])],
  avi: [bytes('RIFF\u0010\0\0\0AVI LIST')],
  mp3: [bytes('ID3\u0004\0\0'), Buffer.from([0xff, 0xfb, 0x90, 0x64])],
  wav: [makeWav('x')],
  ogg: [bytes('OggS\0\u0002')],
  m4a: [box('M4A ', 'isom')],
  flac: [bytes('fLaC\0\0')],
  html: [
    bytes('<!DOCTYPE html><title>Revue de presse</title>'),
    Buffer.from('\uFEFF \n<!-- enregistré - depuis un navigateur -->\n<HTML lang="fr">'),
  ],
  xml: [bytes('<?xml version="1.0"?>\n<compte/>')],
  text: [
    Buffer.from('Compte rendu du 3 mars.\n\tÉtaient présentes : …\r\n'),
    bytes('caf\u00e9, en Latin-1'),
    bytes('\u00ff\u00feB\0o\0n\0'),
    bytes('<p>Un fragment'),
    Buffer.from('Le début d’un fichier est %PDF-1.7, puis des objets.'),
    bytes('BMX, MK, PKZIP et GIFS'),
    bytes('RIFIFI'),
  ],
  unknown: [Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), bytes('Bon\0jour'), bytes('RIFF\u0001\0\0\0CDR ')],
};

describe('the type of a file', () => {
  test.each(FILE_TYPES)('%s is told by its bytes, whatever its name', (type) => {
    for (const [index, content] of KNOWN[type].entries())
      for (const name of ['piece', 'piece.pdf', 'piece.txt', 'piece.jpg'])
        expect([index, name, look(content, name).type]).toEqual([index, name, type]);
  });

  test('no head, however short it is cut, makes it fail', () => {
    for (const content of Object.values(KNOWN).flat())
      for (let length = 0; length < Math.min(content.length, 80); length += 1)
        expect(FILE_TYPES).toContain(look(content.subarray(0, length)).type);
  });

  test('a Word file with four hundred pictures is told by the end of its list', () => {
    const pictures = Array.from({ length: 400 }, (_, index) => ({
      name: `word/media/image${index}.png`,
      content: `${index}`.repeat(90),
    }));
    expect(look(zip([...pictures, { name: '[Content_Types].xml', content: '<Types/>' }])).type).toBe('docx');
  });
});

describe('a name that lies', () => {
  test.each([
    ['photo.jpg', KNOWN.png[0]!],
    ['scan.PDF', KNOWN.jpeg[0]!],
    ['note.docx', KNOWN.pdf[0]!],
    ['page.png', KNOWN.html[0]!],
    ['texte.jpg', KNOWN.text[0]!],
    ['releve.csv', KNOWN.xlsx[0]!],
    ['attestation.pdf', KNOWN.unknown[0]!],
    ['attestation.odt', KNOWN.docx[0]!],
  ])('%s', (name, content) => {
    expect(look(content, `preuves/${name}`)).toMatchObject({ mistyped: true });
  });

  test.each([
    ['photo.JPEG', KNOWN.jpeg[0]!],
    ['video.mov', KNOWN.mp4[0]!],
    ['courriel.eml', KNOWN.text[0]!],
    ['page.txt', KNOWN.html[0]!],
    ['sans-extension', KNOWN.pdf[0]!],
    ['archive.v2', KNOWN.zip[0]!],
    ['d.constructor', KNOWN.pdf[0]!],
    ['.pdf', KNOWN.text[0]!],
  ])('%s does not', (name, content) => {
    expect(look(content, `preuves/${name}`)).not.toHaveProperty('mistyped');
  });
});

describe('what keeps a file from opening', () => {
  const pdf = makePdf(
    'Note',
    Array.from({ length: 30 }, (_, index) => `Paragraphe ${index}.`),
  );
  const cut = (content: Uint8Array, part = 0.7): Uint8Array =>
    content.subarray(0, Math.floor(content.length * part));
  const faultOf = (content: Uint8Array, path?: string) => look(content, path).fault;

  test.each([
    ['PDF', pdf],
    ['PNG', png(300, 200)],
    ['WebP', talkativeWebp()],
    ['Word', makeDocx('Note', ['Un.'])],
  ])('a %s that stops before its end is cut; whole, it is not', (_name, content) => {
    expect(faultOf(content)).toBeUndefined();
    for (const part of [0.6, 0.75, 0.9]) expect([part, faultOf(cut(content, part))]).toEqual([part, 'cut']);
  });

  const scan = (length: number): Buffer =>
    Buffer.alloc(length, Buffer.from([0x2a, 0xff, 0x00, 0x55, 0xff, 0xd0, 0x3f]));
  // The scan of the small picture ends with SOS; pixels are hung on.
  const small = talkativeJpeg();
  const beforePixels = small.subarray(0, small.indexOf(Buffer.from([0xff, 0xda])) + 10);

  test.each([100, 20_000, 60_000])('a JPEG of %i bytes of pixels', (length) => {
    const open = Buffer.concat([beforePixels, scan(length)]);
    expect(faultOf(open)).toBe('cut');
    expect(faultOf(Buffer.concat([open, Buffer.alloc(40_000)]))).toBe('cut');
    expect(faultOf(Buffer.concat([open, Buffer.from([0xff, 0xd9])]))).toBeUndefined();
  });

  test('a JPEG that stops among its notes, or with a small preview alone, is cut', () => {
    expect(faultOf(beforePixels.subarray(0, -20))).toBe('cut');
  });

  test('a film that a telephone hangs behind a picture is no cut', () => {
    const film = Buffer.alloc(30_000, Buffer.from('film\u00ff\u0080\u0007', 'latin1'));
    expect(faultOf(Buffer.concat([talkativeJpeg(), film]))).toBeUndefined();
  });

  test.each([
    ['at the end', (text: string) => text.replace('/Root', '/Encrypt 9 0 R /Root'), 'encrypted'],
    ['with its dictionary', (text: string) => text.replace('/Root', '/Encrypt<</V 4>> /Root'), 'encrypted'],
    [
      'named only in another key',
      (text: string) => text.replace('/Root', '/EncryptMetadata true /Root'),
      undefined,
    ],
  ])('the encryption of a PDF %s', (_name, change, fault) => {
    expect(faultOf(bytes(change(Buffer.from(pdf).toString('latin1'))))).toBe(fault);
  });

  test('a Word file with a password is encrypted, not misnamed; an old Word file is neither', () => {
    expect(look(OLD_OFFICE, 'bilan.docx')).toEqual({ type: 'office-97', fault: 'encrypted' });
    expect(look(OLD_OFFICE, 'bilan.doc')).toEqual({ type: 'office-97' });
    expect(look(OLD_OFFICE, 'bilan.pdf')).toEqual({ type: 'office-97', mistyped: true });
  });

  test('nothing at all is empty, and no lie', () => {
    expect(look(new Uint8Array(), 'a.pdf')).toEqual({ type: 'unknown', fault: 'empty' });
  });
});

import { describe, expect, test } from 'vitest';
import { FINEST } from '../../../src/domain/images/fineness.ts';
import { readPages } from '../../../src/render/proofs/proof-pages.ts';

const read = (name: string, bytes: string | Uint8Array) =>
  readPages(Buffer.from(bytes as string), FINEST, `preuves/${name}`);

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('a text is handed on as it says, whoever wrote it', () => {
  test.each<readonly [string, string, string | Uint8Array, string]>([
    ['UTF-8', 'a.txt', '\ufeffDéjà vu\r\nici\n', 'Déjà vu\nici\n'],
    ['UTF-16 of an editor of Windows', 'a.txt', utf16('Déjà vu'), 'Déjà vu'],
    ['Windows-1252', 'a.txt', Buffer.from([0x31, 0x32, 0x20, 0x80, 0x20, 0x9c]), '12 € œ'],
    ['Markdown, as its source', 'a.md', '# Titre\n\n**gras**', '# Titre\n\n**gras**'],
    ['signs that turn what follows', 'a.txt', 'avant\u202eaprès', 'avantaprès'],
  ])('%s', async (_, name, bytes, text) => {
    expect(await read(name, bytes)).toEqual({ kind: 'text', text });
  });

  test.each<readonly [string, string, string | Uint8Array, string]>([
    ['more than forty pages of signs', 'a.txt', 'a'.repeat(120_001), 'too-large'],
    ['more than forty pages of lines', 'a.txt', 'a\n'.repeat(2_001), 'too-large'],
    ['blanks alone', 'a.txt', ' \n\t\n', 'broken'],
    ['words before what no person types', 'a.txt', `${'mot '.repeat(1_100)}\0\u0001`, 'not-printable'],
    ['a page of the web called a text', 'a.txt', '<!doctype html><p>bonjour', 'not-printable'],
    ['a mail, most of it for programs', 'a.eml', 'From: a@example.org\n\nBonjour', 'not-printable'],
    ['words called a PDF', 'a.pdf', 'bonjour', 'not-printable'],
  ])('%s: not at all', async (_, name, bytes, fault) => {
    expect(await read(name, bytes)).toEqual({ kind: 'unfit', fault });
  });
});

describe('a file of commas is a table where a page shows it as one', () => {
  const table = [['Mois', 'Montant'], ['mars', '12,50'], ['avril', '']]; // prettier-ignore

  test.each([
    ['semicolons', 'Mois;Montant\nmars;12,50\navril;\n', []],
    ['tabs', 'Mois\tMontant\nmars\t12,50\navril\t', []],
    ['quotes, empty lines and cells', 'Mois,Montant,,\n\nmars,"12,50"\n"avril",,\n', []],
    ['a title above it', 'Suivi 2024\nMois;Montant\nmars;12,50\navril', ['Suivi 2024']],
  ])('%s', async (_, text, lead) => {
    expect(await read('a.csv', text)).toEqual({ kind: 'table', lead, rows: table });
  });

  test.each([
    ['sentences', 'Bonjour, dit-elle.\nPuis rien.\nPas un mot.'],
    ['too many columns', `${'a;'.repeat(9)}\n${'1;'.repeat(9)}`],
    ['words too long for a page', `${'a'.repeat(40)};${'b'.repeat(40)}\n1;2`],
    ['a cell of a page', `a;b\n1;${'mot '.repeat(80)}`],
    ['a quote that nobody closed', 'a;"b\n1;2'],
  ])('%s: its text', async (_, text) => {
    expect(await read('a.csv', text)).toEqual({ kind: 'text', text });
  });

  test('the same words under another name are no table', async () => {
    expect(await read('a.txt', 'a;b\n1;2')).toEqual({ kind: 'text', text: 'a;b\n1;2' });
  });
});

import { describe, expect, test } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { AcquisError } from '../../../src/app/errors.ts';
import { buildPortfolio } from '../../support/build-portfolio.ts';
import { editDocx } from '../../support/edit-docx.ts';
import { applied, differences, formOf, forms, readBack } from '../../support/worksheets.ts';
import { zip } from '../../support/zip.ts';

const A1 = { kind: 'activity', id: 'A1' } as const;
const portfolio = buildPortfolio({ activities: [{ id: 'A1', title: 'Ouvrir', context: 'Un texte.' }] });
const form = await formOf(portfolio, A1, 'docx');

const refusal = async (bytes: Uint8Array): Promise<string> => {
  try {
    await forms.open('fiche.docx', bytes);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof AcquisError)) throw error;
    return [error.code, error.args['reason'] ?? error.args['found'], error.args['file']].join(' ');
  }
};
const body = (inner: string): Buffer =>
  zip([
    { name: 'word/document.xml', content: `<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>` },
  ]);

describe('a file that is no honest form', () => {
  test.each([
    ['an archive cut short', form.slice(0, form.length - 40), 'archive'],
    ['an archive of something else', zip([{ name: 'a.txt', content: 'a' }]), 'no-document'],
    ['a part of which another sum is told', zip([{ name: 'word/document.xml', content: '<a/>', crc: 1 }]), 'checksum'],
    ['text that inflates without end', body('é'.repeat(9_000_000)), 'too-large'],
    ['elements without end', body('<w:p/>'.repeat(510_000)), 'too-many'],
    ['elements in each other', body('<w:p>'.repeat(300)), 'too-deep'],
    ['broken XML', body('<w:p>'), 'xml'],
    ['bytes that are no text', zip([{ name: 'word/document.xml', content: Buffer.from([60, 0xff, 0xfe]) }]), 'encoding'],
    ['two parts of one name', zip([{ name: 'word/document.xml', content: '<a/>' }, { name: 'word/document.xml', content: '<b/>' }]), 'archive'],
    ['a thousand times a thousand entries', zip(Array.from({ length: 5001 }, (_, index) => ({ name: `${index}`, content: '' }))), 'too-many'],
  ])('%s is refused and named', async (_what, bytes, reason) => {
    expect(await refusal(bytes)).toBe(`worksheet-unreadable ${reason} fiche.docx`);
  }); // prettier-ignore

  test('a document type with entities is refused, whatever they say', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>';
    expect(await refusal(zip([{ name: 'word/document.xml', content: bomb }]))).toBe(
      'worksheet-unreadable doctype fiche.docx',
    );
  });

  test.each([
    ['doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['odt', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] })],
    ['rtf', strToU8('{\\rtf1 abc}')],
    ['pdf', strToU8('%PDF-1.7')],
    ['other', new Uint8Array([0, 1, 2, 3])],
  ])('a file that is %s is told from Word by its content', async (found, bytes) => {
    expect(await refusal(bytes)).toBe(`worksheet-format ${found} fiche.docx`);
  });
});

test('pictures, comments, notes and frames are told, and what they say is neither lost nor taken for an answer', async () => {
  const added = [
    '<w:p><w:r><w:drawing/></w:r></w:p>',
    '<w:p><w:r><w:pict><v:shape><w:txbxContent><w:p><w:r><w:t>Dans un cadre</w:t></w:r></w:p></w:txbxContent></v:shape></w:pict></w:r></w:p>',
  ].join('');
  const back = await readBack(
    portfolio,
    A1,
    editDocx(form, (xml) => xml.replace('<w:sectPr>', `${added}<w:sectPr>`)),
  );
  expect(back.notices).toEqual([{ code: 'images', count: 1 }]);
  expect(back.unrecognised).toEqual([{ place: 'textbox', heading: '', text: 'Dans un cadre' }]);
  expect(differences(back)).toEqual([]);
});

test('an address of the outside becomes a link and nothing more', async () => {
  const link = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "javascript:x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>ici</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
  const back = await readBack(
    portfolio,
    A1,
    editDocx(form, (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*?Un texte\./u, (found) => `${link}${found}`)),
  );
  expect(applied(back).activities[0]?.context).toBe('[ici](javascript:x)\n\nUn texte.');
}); // prettier-ignore

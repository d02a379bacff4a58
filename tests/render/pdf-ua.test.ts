import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { PDF_UA_RULES, pdfUaFaults } from '../support/pdf-ua.ts';

describe('the PDF/UA checker', () => {
  test('has one name for each rule', () => {
    const names = PDF_UA_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('finds a page drawn without any care wanting in everything', async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage().drawText('Sans balise');
    const faults = await pdfUaFaults(await document.save());
    expect([...new Set(faults.map(({ rule }) => rule))]).toEqual([
      'metadata',
      'metadata-mark',
      'metadata-title',
      'displayed-title',
      'language',
      'marked',
      'one-first-heading',
      'tagged-or-artifact',
      'font-embedded',
      'font-unicode',
    ]);
  });
});

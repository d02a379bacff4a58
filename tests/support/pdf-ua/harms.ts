import { PDFHexString, PDFNumber } from '@cantoo/pdf-lib';
import { dictsAt, nameAt } from './pdf-values.ts';
import type { Harmed } from './plant.ts';

const contents = (pdf: Harmed, change: (text: string) => string): void => {
  pdf.rewrite(pdf.page(), 'Contents', change);
};
const unicode = (pdf: Harmed, change: (text: string) => string): void => {
  pdf.rewrite(pdf.font(), 'ToUnicode', change);
};

/** One way to break each rule, and nothing but that rule, in a document that meets them all. */
export const HARMS: Readonly<Record<string, (pdf: Harmed) => void>> = {
  metadata: (pdf) => pdf.set(pdf.below(pdf.catalog, 'Metadata'), 'Subtype', 'Text'),
  'metadata-mark': (pdf) =>
    pdf.rewrite(pdf.catalog, 'Metadata', (text) => text.replace('<pdfuaid:part>1<', '<pdfuaid:part>2<')),
  'metadata-title': (pdf) =>
    pdf.rewrite(pdf.catalog, 'Metadata', (text) => text.replace(/<dc:title>[\s\S]*<\/dc:title>/u, '')),
  'displayed-title': (pdf) => pdf.remove(pdf.below(pdf.catalog, 'ViewerPreferences'), 'DisplayDocTitle'),
  language: (pdf) => pdf.remove(pdf.catalog, 'Lang'),
  marked: (pdf) => pdf.remove(pdf.below(pdf.catalog, 'MarkInfo'), 'Marked'),
  suspects: (pdf) => pdf.set(pdf.below(pdf.catalog, 'MarkInfo'), 'Suspects', pdf.document.context.obj(true)),
  'no-form-nor-layer': (pdf) => pdf.set(pdf.catalog, 'OCProperties', pdf.document.context.obj({})),
  'role-map': (pdf) => pdf.remove(pdf.below(pdf.catalog, 'StructTreeRoot'), 'RoleMap'),
  lists: (pdf) => pdf.retype('LBody', 'Span'),
  tables: (pdf) => pdf.addTo('Table', 'P'),
  'contents-lists': (pdf) => pdf.addTo('Document', 'TOCI'),
  ruby: (pdf) => pdf.addTo('Document', 'RB'),
  'heading-levels': (pdf) => pdf.retype('H2', 'H3'),
  'one-first-heading': (pdf) => pdf.retype('H2', 'H1'),
  'one-kind-of-heading': (pdf) => pdf.retype('H2', 'H'),
  'figure-alt': (pdf) => pdf.remove(pdf.element('Figure'), 'Alt'),
  'formula-alt': (pdf) => {
    pdf.remove(pdf.element('Figure'), 'Alt');
    pdf.retype('Figure', 'Formula');
  },
  'note-id': (pdf) => pdf.retype('P', 'Note'),
  'table-headers': (pdf) => {
    for (const { dict } of pdf.elements('TH')) pdf.set(dict, 'S', 'TD');
  },
  'table-scope': (pdf) => {
    const scope = dictsAt(pdf.element('TH'), 'A').find(({ dict }) => nameAt(dict, 'Scope') !== undefined);
    pdf.remove(scope!.dict, 'Scope');
  },
  'table-regular': (pdf) =>
    pdf.set(pdf.element('TD'), 'A', pdf.document.context.obj({ O: 'Table', ColSpan: 2 })),
  'table-caption': (pdf) => {
    const table = pdf.element('Table');
    const [caption, first, ...rest] = pdf.kids(table);
    pdf.set(table, 'K', pdf.document.context.obj([first!, caption!, ...rest]));
  },
  'tab-order': (pdf) => pdf.remove(pdf.page(), 'Tabs'),
  'link-tagged': (pdf) => pdf.retype('Link', 'Span'),
  'link-description': (pdf) => pdf.set(pdf.link(), 'Contents', PDFHexString.fromText(' ')),
  'other-annotations': (pdf) => pdf.set(pdf.link(), 'Subtype', 'Text'),
  'annotation-parent': (pdf) => pdf.set(pdf.link(), 'StructParent', PDFNumber.of(99_999)),
  'tagged-or-artifact': (pdf) => contents(pdf, (text) => text.replace('/Artifact BMC', '/Span BMC')),
  'artifact-apart': (pdf) =>
    contents(pdf, (text) =>
      text.replace(/(\/MCID 0 ?>> ?BDC\n)([\s\S]*?)(\nEMC)/u, '$1/Artifact BMC\n$2\nEMC$3'),
    ),
  'content-in-tree': (pdf) => contents(pdf, (text) => text.replace('/MCID 0 ', '/MCID 9999 ')),
  'form-once': (pdf) => contents(pdf, (text) => text.replaceAll(/(\/X\d+ Do)/gu, '$1\n$1')),
  'content-once': (pdf) => contents(pdf, (text) => `${text}\n/Span <</MCID 0>> BDC\nEMC`),
  'font-embedded': (pdf) => pdf.remove(pdf.below(pdf.descendant(), 'FontDescriptor'), 'FontFile2'),
  'font-unicode': (pdf) => pdf.remove(pdf.font(), 'ToUnicode'),
  'font-codes': (pdf) => unicode(pdf, (text) => text.replaceAll(/beginbf(?:char|range)/gu, 'beginnothing')),
  'font-characters': (pdf) => unicode(pdf, (text) => text.replace(/(beginbfchar\n<\w+> )<\w+>/u, '$1<FEFF>')),
  'font-glyphs': (pdf) => {
    unicode(pdf, (text) => text.replace('endcmap', '1 beginbfchar\n<0000> <0041>\nendbfchar\nendcmap'));
    contents(pdf, (text) => text.replace(/<\w+> Tj/u, '<0000> Tj'));
  },
  'font-cid': (pdf) => pdf.remove(pdf.descendant(), 'CIDToGIDMap'),
};

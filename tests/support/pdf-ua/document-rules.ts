import { dictAt, isTrue, keysOf, nameAt, streamAt, textAt } from './pdf-values.ts';
import { failing, type PdfUaRule } from './rule.ts';

const UA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** What the document as a whole has to say of itself. */
export const DOCUMENT_RULES: readonly PdfUaRule[] = [
  {
    name: 'metadata',
    source: '06-001',
    find: ({ catalog }) => failing(nameAt(dictAt(catalog, 'Metadata'), 'Subtype') !== 'XML', 'catalog'),
  },
  {
    name: 'metadata-mark',
    source: '06-002',
    find: ({ catalog }) => {
      const packet = streamAt(catalog, 'Metadata');
      const prefix = new RegExp(`xmlns:(\\w+)=["']${UA_NAMESPACE}["']`, 'u').exec(packet)?.[1];
      const part = new RegExp(`<${prefix}:part>1</${prefix}:part>|\\s${prefix}:part=["']1["']`, 'u');
      return failing(prefix === undefined || !part.test(packet), 'XMP');
    },
  },
  {
    name: 'metadata-title',
    source: '06-003',
    find: ({ catalog }) =>
      failing(
        !/<dc:title>[\s\S]*<rdf:li[^>]*>\s*[^<\s][\s\S]*<\/dc:title>/u.test(streamAt(catalog, 'Metadata')),
        'XMP',
      ),
  },
  {
    name: 'displayed-title',
    source: '07-001, 07-002',
    find: ({ catalog }) =>
      failing(!isTrue(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle'), 'ViewerPreferences'),
  },
  {
    name: 'language',
    source: '11-006',
    find: ({ catalog, tree }) => [
      ...failing(!LANGUAGE.test(textAt(catalog, 'Lang') ?? ''), 'catalog'),
      ...tree.elements.flatMap(({ dict, written, ref }) => {
        const lang = textAt(dict, 'Lang');
        return failing(lang !== undefined && !LANGUAGE.test(lang), `${written} ${ref}: ${lang}`);
      }),
    ],
  },
  {
    name: 'marked',
    source: 'ISO 14289-1 §7.1',
    find: ({ catalog, tree }) => [
      ...failing(!isTrue(dictAt(catalog, 'MarkInfo'), 'Marked'), 'MarkInfo'),
      ...failing(tree.elements.length === 0, 'StructTreeRoot'),
    ],
  },
  {
    name: 'suspects',
    source: '01-007',
    find: ({ catalog }) => failing(isTrue(dictAt(catalog, 'MarkInfo'), 'Suspects'), 'MarkInfo'),
  },
  {
    name: 'no-form-nor-layer',
    // None of our documents has any: each would bring rules of its own (20-*, 24-*, 25-*).
    source: '20-001, 24-001, 25-001',
    find: ({ catalog }) => keysOf(catalog).filter((key) => key === 'AcroForm' || key === 'OCProperties'),
  },
];

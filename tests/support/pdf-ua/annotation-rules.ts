import { PDFRef } from '@cantoo/pdf-lib';
import { listAt, nameAt, numberAt, textAt } from './pdf-values.ts';
import { failing, type Annotation, type PdfUaRule, type ReadForRules } from './rule.ts';

const HIDDEN = 2;
const isHidden = ({ dict }: Annotation): boolean => ((numberAt(dict, 'F') ?? 0) & HIDDEN) !== 0;
const isLink = ({ dict }: Annotation): boolean => nameAt(dict, 'Subtype') === 'Link';
const labelOf = ({ page, ref }: Annotation): string => `page ${page}, ${ref}`;

const shown = ({ annotations }: ReadForRules): Annotation[] =>
  annotations.filter((annotation) => !isHidden(annotation) && nameAt(annotation.dict, 'Subtype') !== 'Popup');

const lacksWords = ({ dict }: Annotation): boolean => (textAt(dict, 'Contents') ?? '').trim() === '';

/** Elements that hold each annotation by an object reference. */
const holders = ({ tree }: ReadForRules, { ref }: Annotation): string[] =>
  tree.elements.filter(({ objects }) => objects.includes(ref)).map(({ type }) => type ?? '');

export const ANNOTATION_RULES: readonly PdfUaRule[] = [
  {
    name: 'tab-order',
    source: '28-008, 28-009',
    find: ({ pages }) =>
      pages.flatMap((page, index) =>
        failing(listAt(page, 'Annots').length > 0 && nameAt(page, 'Tabs') !== 'S', `page ${index + 1}`),
      ),
  },
  {
    name: 'link-tagged',
    source: '28-011',
    find: (pdf) =>
      shown(pdf)
        .filter((link) => isLink(link) && holders(pdf, link).join() !== 'Link')
        .map(labelOf),
  },
  {
    name: 'link-description',
    source: '28-012',
    find: (pdf) =>
      shown(pdf)
        .filter((link) => isLink(link) && lacksWords(link))
        .map(labelOf),
  },
  {
    name: 'other-annotations',
    source: '28-002, 28-004, 28-006: none of our documents has any other',
    find: (pdf) =>
      shown(pdf)
        .filter((annotation) => !isLink(annotation))
        .map(labelOf),
  },
  {
    name: 'annotation-parent',
    source: '28-010: the parent tree names the element that holds the annotation',
    find: (pdf) =>
      shown(pdf)
        .filter(({ dict, ref }) => {
          const key = numberAt(dict, 'StructParent');
          const parent = key === undefined ? undefined : pdf.parents.get(key);
          const tag = parent instanceof PDFRef ? parent.tag : undefined;
          return !pdf.tree.elements.some((element) => element.ref === tag && element.objects.includes(ref));
        })
        .map(labelOf),
  },
];

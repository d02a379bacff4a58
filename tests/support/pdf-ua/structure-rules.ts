import { dictAt, keysOf, textAt } from './pdf-values.ts';
import { failing, type PdfUaRule } from './rule.ts';
import { labelOf, STANDARD_TYPES, type StructureElement } from './structure-elements.ts';

const TABLE_PARTS = ['THead', 'TBody', 'TFoot'];
const RUBY = ['RB', 'RT', 'RP'];

/** ISO 32000-1 tables 336 and 337: what an element may hold, nothing else and no content of its own. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  L: ['Caption', 'L', 'LI'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'TR', ...TABLE_PARTS],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['Caption', 'TOC', 'TOCI'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
  Ruby: RUBY,
  Warichu: ['WT', 'WP'],
};

/** And where it may stand. */
const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'TOCI', 'Note', 'BibEntry'],
  LBody: ['LI'],
  TR: ['Table', ...TABLE_PARTS],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
  ...Object.fromEntries(RUBY.map((type) => [type, ['Ruby']])),
};

const misplaced =
  (types: readonly string[]) =>
  (element: StructureElement): string[] => {
    const { type = '', kids, content, objects, parent } = element;
    if (!types.includes(type)) return [];
    const allowed = HOLDS[type];
    const wrong = allowed ? kids.filter((kid) => !allowed.includes(kid.type ?? '')) : [];
    const homeless = STANDS_IN[type]?.includes(parent?.type ?? '') === false;
    return [
      ...wrong.map((kid) => `${labelOf(element)} holds ${kid.written}`),
      ...failing(
        allowed !== undefined && content.length + objects.length > 0,
        `${labelOf(element)} holds content`,
      ),
      ...failing(homeless, `${labelOf(element)} in ${parent?.written ?? 'the root'}`),
    ];
  };

const structureRule = (name: string, source: string, types: readonly string[]): PdfUaRule => ({
  name,
  source,
  find: ({ tree }) => tree.elements.flatMap(misplaced(types)),
});

const levelOf = ({ type }: StructureElement): number => Number(/^H([1-6])$/u.exec(type ?? '')?.[1] ?? 0);
const hasText = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
const isDescribed = ({ dict }: StructureElement): boolean =>
  hasText(textAt(dict, 'Alt')) || hasText(textAt(dict, 'ActualText'));

/** What the tree of tags has to be. */
export const STRUCTURE_RULES: readonly PdfUaRule[] = [
  {
    name: 'role-map',
    source: '02-001, 02-003, 02-004',
    find: ({ tree }) => [
      ...tree.elements.filter(({ type }) => type === undefined).map(labelOf),
      ...keysOf(dictAt(tree.root, 'RoleMap'))
        .filter((role) => STANDARD_TYPES.has(role))
        .map((role) => `standard type ${role} is mapped`),
    ],
  },
  structureRule('lists', '09-005', ['L', 'LI', 'Lbl', 'LBody']),
  structureRule('tables', '09-004', ['Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD']),
  structureRule('contents-lists', '09-006', ['TOC', 'TOCI']),
  structureRule('ruby', '09-007, 09-008', ['Ruby', 'Warichu', ...RUBY]),
  {
    name: 'heading-levels',
    source: '14-002, 14-003',
    find: ({ tree }) => {
      let before = 0;
      return tree.elements.flatMap((element) => {
        const level = levelOf(element);
        if (level === 0) return [];
        const skipped = level > before + 1;
        const where = `${labelOf(element)} after ${before === 0 ? 'nothing' : `H${before}`}`;
        before = level;
        return failing(skipped, where);
      });
    },
  },
  {
    name: 'one-first-heading',
    // The house's own rule; the standard only asks that H1 comes first.
    source: 'one H1',
    find: ({ tree }) => {
      const first = tree.elements.filter((element) => levelOf(element) === 1);
      return failing(first.length !== 1, `${first.length} H1`);
    },
  },
  {
    name: 'one-kind-of-heading',
    source: '14-006, 14-007',
    find: ({ tree }) => tree.elements.filter(({ type }) => type === 'H').map(labelOf),
  },
  {
    name: 'figure-alt',
    source: '13-004',
    find: ({ tree }) =>
      tree.elements.filter((element) => element.type === 'Figure' && !isDescribed(element)).map(labelOf),
  },
  {
    name: 'formula-alt',
    source: '17-002',
    find: ({ tree }) =>
      tree.elements.filter((element) => element.type === 'Formula' && !isDescribed(element)).map(labelOf),
  },
  {
    name: 'note-id',
    source: '19-003, 19-004',
    find: ({ tree }) => {
      const notes = tree.elements.filter(({ type }) => type === 'Note');
      const ids = notes.map(({ dict }) => textAt(dict, 'ID'));
      return notes
        .filter((_, index) => ids[index] === undefined || ids.indexOf(ids[index]) !== index)
        .map(labelOf);
    },
  },
];

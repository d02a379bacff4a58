/** How styles are written: a few properties each, in the order the schema wants. */
import { el, val } from './xml.ts';

export interface TextLook {
  readonly font?: keyof typeof FONTS | undefined;
  /** In points. */
  readonly size?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly color?: string | undefined;
  /** False: not even in a link. */
  readonly underline?: boolean | undefined;
  /** Codes and ids: no spelling checker has a say in them. */
  readonly unproofed?: boolean | undefined;
}

export interface BlockLook {
  /** In points, like all of these but the line. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** In lines. */
  readonly line?: number | undefined;
  readonly left?: number | undefined;
  readonly hanging?: number | undefined;
  readonly keepNext?: boolean | undefined;
  readonly keepLines?: boolean | undefined;
  readonly newPage?: boolean | undefined;
  /** 0 is the first level of headings. */
  readonly outline?: number | undefined;
  readonly numbering?: number | undefined;
  readonly borders?: readonly ('top' | 'left' | 'bottom' | 'right')[] | undefined;
  readonly borderColor?: string | undefined;
  /** A tab stop at the right edge of the text, in points, with dots or without. */
  readonly rightTab?: { readonly at: number; readonly dots: boolean } | undefined;
  readonly tight?: boolean | undefined;
}

/** The faces of the PDF, carried in the file (`embedded-fonts.ts`), and one for sources; what may stand for them is named in the font table. */
export const FONTS = { text: 'Literata', titles: 'Source Sans 3', source: 'Consolas' } as const;
export const COLORS = { ink: '1C1C1A', soft: '55534D', accent: '1F4E5F', rule: 'B9B5AA' } as const;

const points = (value: number): number => Math.round(value * 20);

export const textProperties = (look: TextLook): string =>
  [
    look.font === undefined
      ? ''
      : el('w:rFonts', {
          'w:ascii': FONTS[look.font],
          'w:hAnsi': FONTS[look.font],
          'w:eastAsia': FONTS[look.font],
        }),
    look.bold === undefined
      ? ''
      : el('w:b', look.bold ? {} : { 'w:val': 0 }) + el('w:bCs', look.bold ? {} : { 'w:val': 0 }),
    look.italic === undefined
      ? ''
      : el('w:i', look.italic ? {} : { 'w:val': 0 }) + el('w:iCs', look.italic ? {} : { 'w:val': 0 }),
    look.unproofed === true ? '<w:noProof/>' : '',
    look.color === undefined ? '' : val('w:color', look.color),
    look.size === undefined ? '' : val('w:sz', look.size * 2) + val('w:szCs', look.size * 2),
    look.underline === undefined ? '' : val('w:u', look.underline ? 'single' : 'none'),
  ].join('');

const borderOf = (side: string, color: string): string =>
  el(`w:${side}`, {
    'w:val': 'single',
    'w:sz': side === 'left' ? 18 : 4,
    'w:space': side === 'left' ? 8 : 4,
    'w:color': color,
  });

export const blockProperties = (look: BlockLook): string =>
  [
    look.keepNext === true ? '<w:keepNext/>' : '',
    look.keepLines === true ? '<w:keepLines/>' : '',
    look.newPage === true ? '<w:pageBreakBefore/>' : '',
    look.numbering === undefined ? '' : el('w:numPr', {}, val('w:numId', look.numbering)),
    look.borders === undefined
      ? ''
      : el('w:pBdr', {}, ...look.borders.map((side) => borderOf(side, look.borderColor ?? COLORS.rule))),
    look.rightTab === undefined
      ? ''
      : el(
          'w:tabs',
          {},
          el('w:tab', {
            'w:val': 'right',
            'w:leader': look.rightTab.dots ? 'dot' : undefined,
            'w:pos': points(look.rightTab.at),
          }),
        ),
    look.before === undefined && look.after === undefined && look.line === undefined
      ? ''
      : el('w:spacing', {
          'w:before': look.before === undefined ? undefined : points(look.before),
          'w:after': look.after === undefined ? undefined : points(look.after),
          'w:line': look.line === undefined ? undefined : Math.round(look.line * 240),
          'w:lineRule': look.line === undefined ? undefined : 'auto',
        }),
    look.left === undefined && look.hanging === undefined
      ? ''
      : el('w:ind', {
          'w:left': look.left === undefined ? undefined : points(look.left),
          'w:hanging': look.hanging === undefined ? undefined : points(look.hanging),
        }),
    look.tight === true ? '<w:contextualSpacing/>' : '',
    look.outline === undefined ? '' : val('w:outlineLvl', look.outline),
  ].join('');

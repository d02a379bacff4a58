/** The text of a paragraph of Word, with what was done to it while changes were tracked. */
import type { Run } from './blocks.ts';
import { STYLES } from './docx-styles.ts';
import type { Relation, StyleInfo } from './docx-tables.ts';
import { childOf, elementsOf, isOn, textOf, valueOf, type XmlElement } from './xml-tree.ts';

/** Counted while a file is read. */
export interface Met {
  insertions: number;
  deletions: number;
  images: number;
  objects: number;
  /** Texts in frames that float beside the page's. */
  readonly textboxes: XmlElement[];
}

export interface RunContext {
  readonly styles: ReadonlyMap<string, StyleInfo>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly met: Met;
}

type Dress = Omit<Run, 'text' | 'isBreak'>;

interface Field {
  instruction: string;
  inResult: boolean;
}

const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
};

const dressOf = (properties: XmlElement | undefined, styles: RunContext['styles']): Dress => {
  const style = styles.get(valueOf(properties, 'w:rStyle') ?? '')?.name;
  return {
    ...((isOn(properties, 'w:b') || style === 'strong') && { strong: true }),
    ...((isOn(properties, 'w:i') || style === 'emphasis') && { emphasis: true }),
    ...((isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike')) && { delete: true }),
    ...(style === STYLES.code.toLowerCase() && { code: true }),
  };
};

const fieldAddress = ({ instruction }: Field): string | undefined =>
  /^\s*HYPERLINK\s+"([^"]+)"/u.exec(instruction)?.[1];

/** What stands inside `element`, in order; a link that leads into the document itself is plain text. */
export const readRuns = (
  element: XmlElement,
  context: RunContext,
  url?: string,
  fields: Field[] = [],
): Run[] => elementsOf(element).flatMap((child) => readInline(child, context, url, fields));

const readInline = (
  child: XmlElement,
  context: RunContext,
  url: string | undefined,
  fields: Field[],
): Run[] => {
  const { met, relations } = context;
  switch (child.name) {
    case 'w:r':
      return readRun(child, context, url, fields);
    case 'w:hyperlink': {
      const relation = relations.get(child.attributes['r:id'] ?? '');
      const anchor = child.attributes['w:anchor'];
      const target = relation?.external === true ? relation.target : undefined;
      const address = target !== undefined && anchor !== undefined ? `${target}#${anchor}` : target;
      return readRuns(child, context, address ?? url, fields);
    }
    case 'w:fldSimple': {
      const instruction = child.attributes['w:instr'] ?? '';
      return readRuns(child, context, fieldAddress({ instruction, inResult: true }) ?? url, fields);
    }
    case 'w:ins':
    case 'w:moveTo':
      met.insertions += 1;
      return readRuns(child, context, url, fields);
    case 'w:del':
    case 'w:moveFrom':
      met.deletions += 1;
      return [];
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:sdtContent':
    case 'w:dir':
    case 'w:bdo':
      return readRuns(child, context, url, fields);
    case 'w:sdt': {
      const content = childOf(child, 'w:sdtContent');
      return content ? readRuns(content, context, url, fields) : [];
    }
    case 'm:oMath':
    case 'm:oMathPara':
      met.objects += 1;
      return [{ text: textOf(child) }];
    default:
      return [];
  }
};

const readRun = (run: XmlElement, context: RunContext, url: string | undefined, fields: Field[]): Run[] => {
  const properties = childOf(run, 'w:rPr');
  const dress = dressOf(properties, context.styles);
  const isSoft =
    context.styles.get(valueOf(properties, 'w:rStyle') ?? '')?.name === STYLES.softBreak.toLowerCase();
  const runs: Run[] = [];
  const say = (text: string): void => {
    const field = fields.findLast(({ inResult }) => inResult);
    const address = url ?? (field && fieldAddress(field));
    // Of a field, only the result is text.
    if (fields.some(({ inResult }) => !inResult) || text === '') return;
    runs.push({ ...dress, ...(address !== undefined && { url: address }), text });
  };
  for (const part of elementsOf(run)) {
    const sign = SIGNS[part.name];
    if (sign !== undefined) say(sign);
    else if (part.name === 'w:t') {
      const text = textOf(part).replaceAll(/[\r\n]+/g, ' ');
      say(isSoft && text === ' ' ? '\n' : text);
    } else if (part.name === 'w:sym')
      say(String.fromCodePoint(Number.parseInt(part.attributes['w:char'] ?? '', 16) || 0xfffd));
    else if (part.name === 'w:br' || part.name === 'w:cr') {
      const kind = part.attributes['w:type'] ?? 'textWrapping';
      if (kind === 'textWrapping')
        runs.push({ ...dress, ...(url !== undefined && { url }), text: '', isBreak: true });
    } else if (part.name === 'w:fldChar') turnField(part.attributes['w:fldCharType'], fields);
    else if (part.name === 'w:instrText') {
      const field = fields.at(-1);
      if (field) field.instruction += textOf(part);
    } else meetObject(part, context.met);
  }
  return runs;
};

const turnField = (kind: string | undefined, fields: Field[]): void => {
  const last = fields.at(-1);
  if (kind === 'begin') fields.push({ instruction: '', inResult: false });
  else if (kind === 'separate' && last) last.inResult = true;
  else if (kind === 'end') fields.pop();
};

/** Pictures, frames and embedded things, none of which a field can hold. */
const meetObject = (part: XmlElement, met: Met): void => {
  if (part.name === 'mc:AlternateContent') {
    // Both branches say the same thing, the second for older programs.
    const [choice] = elementsOf(part);
    for (const inner of choice ? elementsOf(choice) : []) meetObject(inner, met);
  } else if (part.name === 'w:object') met.objects += 1;
  else if (part.name === 'w:drawing' || part.name === 'w:pict') {
    const frames = framesIn(part);
    if (frames.length === 0) met.images += 1;
    met.textboxes.push(...frames);
  }
};

const framesIn = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) =>
    child.name === 'w:txbxContent' ? [child] : child.name === 'mc:Fallback' ? [] : framesIn(child),
  );

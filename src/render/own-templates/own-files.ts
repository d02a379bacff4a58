/** Images and typefaces of a set, carried inside the document: nothing is fetched when it is read. */
import { join, posix } from 'node:path';
import type { Defect } from '../../app/defects.ts';
import type { TemplateSet } from '../../app/ports/templates.ts';
import { nearest } from '../../domain/text/nearest.ts';

const FONT = { woff2: 'font/woff2', woff: 'font/woff' } as const;
/** Told by its first bytes, not by its name. SVG is none: it can hold a program, and Word cannot show it. */
const KINDS: readonly (readonly [type: string, head: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  [FONT.woff2, [0x77, 0x4f, 0x46, 0x32]],
  [FONT.woff, [0x77, 0x4f, 0x46, 0x46]],
];
const CARRIED = /\.(?:png|jpe?g|woff2?)$/iu;

const typeOf = (bytes: Uint8Array): string | undefined =>
  KINDS.find(([, head]) => head.every((byte, index) => bytes[index] === byte))?.[0];

export const carriedNames = ({ files }: TemplateSet): string[] =>
  [...files.keys()].filter((name) => CARRIED.test(name));

/** `data:image/png;base64,…` of a file of the set; undefined where there is none of that name. */
export const dataAddress = ({ files }: TemplateSet, name: string): string | undefined => {
  const bytes = files.get(name);
  const type = bytes && typeOf(bytes);
  return type && bytes && `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
};

/** Files that are not what their name says. */
export const checkFiles = (set: TemplateSet): Defect[] =>
  carriedNames(set)
    .filter((name) => typeOf(set.files.get(name)!) === undefined)
    .map((name) => ({ file: join(set.folder, name), path: '', code: 'template-image-kind' }));

const COMMENT = /\/\*[\s\S]*?\*\//gu;
const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/giu;

/** The file of the set that a sheet names, from where the sheet lies or from the top. */
const named = (set: TemplateSet, sheet: string, address: string): string | undefined =>
  [posix.join(posix.dirname(sheet), address), posix.normalize(address)].find((name) => set.files.has(name));

const COMMENT_OR_ADDRESS = new RegExp(`${COMMENT.source}|${ADDRESS.source}`, 'giu');

/** A style sheet of the set, with what it names carried inside. */
export const styleWithFiles = (set: TemplateSet, sheet: string, text: string): string =>
  text.replaceAll(COMMENT_OR_ADDRESS, (whole, ...groups: (string | undefined)[]) => {
    const address = groups[0] ?? groups[1] ?? groups[2];
    const name = address === undefined ? undefined : named(set, sheet, address);
    const data = name === undefined ? undefined : dataAddress(set, name);
    return data ? `url("${data}")` : whole;
  });

/** What a style sheet may not say. */
export const checkStyle = (set: TemplateSet, sheet: string, text: string): Defect[] => {
  const file = join(set.folder, sheet);
  const bare = text.replaceAll(COMMENT, (found) => found.replaceAll(/[^\n]/gu, ' '));
  const at = (index: number): { file: string; line: number; path: '' } => ({
    file,
    line: bare.slice(0, index).split('\n').length,
    path: '',
  });
  const found = (code: 'template-network' | 'template-forbidden', pattern: RegExp): Defect[] =>
    [...bare.matchAll(pattern)].map((match) => ({ ...at(match.index), code, found: match[0].slice(0, 80) }));
  const missing = [...bare.matchAll(ADDRESS)].flatMap((match): Defect[] => {
    const address = match[1] ?? match[2] ?? match[3] ?? '';
    if (/^(?:data:|#)/iu.test(address) || named(set, sheet, address) !== undefined) return [];
    if (/^(?:[a-z]+:|\/\/)/iu.test(address)) return [{ ...at(match.index), code: 'template-network', found: match[0].slice(0, 80) }]; // prettier-ignore
    const suggestion = nearest(address, carriedNames(set));
    return [{ ...at(match.index), code: 'template-image', found: address, args: suggestion === undefined ? {} : { suggestion } }]; // prettier-ignore
  });
  return [...found('template-network', /@import\b[^;]*/giu), ...found('template-forbidden', /<\/?[a-z!]/giu), ...missing]; // prettier-ignore
};

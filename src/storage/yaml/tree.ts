/** YAML text → plain values, all scalars strings, with the line of every field; what the format allows and we do not is a defect. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Defect, DefectCode } from '../../app/defects.ts';
import { refuseDocument } from '../document-text.ts';
import { readPlainYaml } from './plain.ts';
import { findExcess } from './limits.ts';

export interface YamlTree {
  /** No YAML at all: `defects` say why, and there is no value. */
  readonly isMalformed: boolean;
  /** Objects, arrays and strings; a key without a value is left out. */
  readonly value: unknown;
  /** 1-based line of a dotted path, or of its nearest ancestor that is there. */
  lineOf(path: string): number | undefined;
  readonly defects: readonly Defect[];
}

/** `['evidence', 3, 'date']` → `evidence[3].date`. */
export const dotted = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );

/** They would reach into the object that holds them. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_SYNTAX_DEFECTS = 10;
const FOUND_LENGTH = 60;

export const excerpt = (text: string): string =>
  text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH)}…` : text;

/** Scalars stay strings (`01000`, `Null`); duplicates are looked for here because the parser's own check is quadratic. */
export const parseYaml = (text: string, lineCounter?: LineCounter): Document.Parsed =>
  parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'error',
    ...(lineCounter && { lineCounter }),
  });

export const readYamlTree = (text: string, file: string): YamlTree => {
  const value = readPlainYaml(text);
  // What the quick reader takes is within the limits of depth and number.
  if (value === undefined) {
    const excess = findExcess(text);
    if (excess !== undefined) refuseDocument(file, excess);
    return readCarefully(text, file);
  }
  // Only what is wrong has a place to be told.
  let careful: YamlTree | undefined;
  const lineOf: YamlTree['lineOf'] = (path) => (careful ??= readCarefully(text, file)).lineOf(path);
  return { isMalformed: false, value, lineOf, defects: [] };
};

/** By the library: everything YAML allows, with the place of each field. */
export const readCarefully = (text: string, file: string): YamlTree => {
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const lineAt = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
  const source = text.split('\n');
  const defects: Defect[] = document.errors.slice(0, MAX_SYNTAX_DEFECTS).map(({ code, pos }) => ({
    file,
    line: lineAt(pos[0]),
    path: '',
    code: 'yaml-syntax',
    found: excerpt((source[lineAt(pos[0]) - 1] ?? '').trim()),
    args: { reason: code },
  }));
  const places = new Map<string, number>();
  const refuse = (code: DefectCode, path: string, node: Node, found?: string): void => {
    defects.push({ file, line: lineAt(node.range?.[0]), path, code, ...(found !== undefined && { found }) });
  };

  const read = (node: unknown, path: readonly (string | number)[]): unknown => {
    const name = dotted(path);
    if (isAlias(node)) return refuse('yaml-alias', name, node, `*${node.source}`);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
    if (node.anchor !== undefined) refuse('yaml-anchor', name, node, `&${node.anchor}`);
    if (node.tag !== undefined) refuse('yaml-tag', name, node, node.tag);
    if (!places.has(name)) places.set(name, lineAt(node.range?.[0]));
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, index) => read(item, [...path, index]) ?? '');
    const entries: [string, unknown][] = [];
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      if (!isScalar(key) || typeof key.value !== 'string') {
        refuse('yaml-key', name, (key as Node | null) ?? node);
        continue;
      }
      const field = dotted([...path, key.value]);
      if (FORBIDDEN_KEYS.has(key.value)) refuse('forbidden-key', field, key as Node, key.value);
      else if (seen.has(key.value)) refuse('duplicate-key', field, key as Node, key.value);
      else {
        seen.add(key.value);
        places.set(field, lineAt(key.range?.[0]));
        const content = read(value, [...path, key.value]);
        if (content !== undefined && !isBlank(value)) entries.push([key.value, content]);
      }
    }
    return Object.fromEntries(entries);
  };

  const value = document.errors.length > 0 ? undefined : read(document.contents, []);
  const lineOf = (path: string): number | undefined => {
    for (let at = path; at !== ''; at = at.replace(/(?:^|\.)[^.[\]]+$|\[\d+\]$/, ''))
      if (places.has(at)) return places.get(at);
    return undefined;
  };
  return { isMalformed: document.errors.length > 0, value, lineOf, defects };
};

/** `title:` with nothing behind it; `title: ""` is an empty text, which the schema refuses. */
const isBlank = (node: unknown): boolean =>
  isScalar(node) && node.type === 'PLAIN' && (node.source ?? '') === '';

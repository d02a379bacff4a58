/** The text files of a BagIt bag (RFC 8493, 2.1 and 2.2), written and read. */

export interface ManifestLine {
  /** As it stands there, and with the signs that a line cannot hold put back. */
  readonly raw: string;
  readonly path: string;
  /** In lower case. */
  readonly digest: string;
}

/** RFC 8493, 2.1.3: a line end in a path, and the sign that says so, are written by their number. */
const encode = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const decode = (path: string): string =>
  path.replaceAll(/%(?:0d|0a|25)/giu, (code) => String.fromCodePoint(Number.parseInt(code.slice(1), 16)));

const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '');

export const manifestText = (digests: ReadonlyMap<string, string>): string =>
  [...digests]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${encode(path)}\n`)
    .join('');

/** Undefined for a line that is none. A `*` before the path is that of `sha256sum --binary`, a `./` that of `find`. */
const readLine = (line: string): ManifestLine | undefined => {
  const parts = /^([0-9a-f]{32,128})[ \t]+\*?(?:\.\/)?(.+)$/iu.exec(line);
  const [, digest = '', raw = ''] = parts ?? [];
  return parts === null ? undefined : { raw, path: decode(raw), digest: digest.toLowerCase() };
};

export const readManifest = (
  text: string,
): { readonly lines: readonly ManifestLine[]; readonly broken: readonly string[] } => {
  const read = linesOf(text).map((line) => ({ line, found: readLine(line) }));
  return {
    lines: read.flatMap(({ found }) => (found ? [found] : [])),
    broken: read.flatMap(({ line, found }) => (found ? [] : [line])),
  };
};

/** Each label and its value on a line of its own; a value is one line. */
export const tagText = (tags: readonly (readonly [label: string, value: string])[]): string =>
  tags.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/gu, ' ').trim()}\n`).join('');

/** By label in lower case; the first one counts. A line that begins with a blank goes on. */
export const readTags = (text: string): ReadonlyMap<string, string> => {
  const tags = new Map<string, string>();
  const unfolded = linesOf(text)
    .join('\n')
    .replaceAll(/\n[ \t]+/gu, ' ');
  for (const line of unfolded.split('\n')) {
    const [, label = '', value = ''] = /^([^:]+?)\s*:\s*(.*)$/u.exec(line) ?? [];
    if (label !== '' && !tags.has(label.toLowerCase())) tags.set(label.toLowerCase(), value.trim());
  }
  return tags;
};

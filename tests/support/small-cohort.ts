import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A portfolio as small as one can be; the candidate is fictional. */
export const smallPortfolio = (name: string): string =>
  `version: 1\nid: ${name}\ncertification: RNCP38126\nstage: validation\ncandidate:\n  name: ${name} Fictive\n`;

/** `count` candidates in `folder`: `c000`, `c001` … */
export const makeCohort = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const name = `c${String(index).padStart(3, '0')}`;
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'portfolio.yaml'), smallPortfolio(name));
    return name;
  });

const yaml = (text: string) => (folder: string) => writeFileSync(join(folder, 'portfolio.yaml'), text);

const instead =
  (place: (path: string) => void) =>
  (folder: string): void => {
    rmSync(join(folder, 'portfolio.yaml'));
    place(join(folder, 'portfolio.yaml'));
  };

/** Ways to spoil one folder, each refused for a reason of its own, none of them in a hurry to be harmless. */
export const SPOILERS: readonly ((folder: string) => void)[] = [
  // Two of these in one process end Node itself.
  yaml(`a: ${'['.repeat(3000)}`),
  yaml('a: [\n'),
  instead((path) => execFileSync('mkfifo', [path])),
  yaml(`a: ${'{a: '.repeat(3000)}`),
  yaml(Array.from({ length: 40_000 }, (_, index) => `cle${index}: x`).join('\n')),
  instead((path) => symlinkSync('/etc/passwd', path)),
  yaml('version: 999\n'),
  instead((path) => mkdirSync(path)),
  yaml(
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replaceAll(/./gu, (key) => `${key}: &${key} [${`*${String.fromCodePoint((key.codePointAt(0) ?? 0) - 1)},`.repeat(9)}]\n`)}`,
  ),
  yaml(`${smallPortfolio('x')}__proto__: { polluted: oui }\n`),
  yaml('version: !!js/function "x"\n'),
  yaml('\0'.repeat(2_000_000)),
];

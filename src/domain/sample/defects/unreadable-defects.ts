import { concat, latin1, utf8 } from '../../bytes.ts';
import type { Draft } from '../sample.ts';
import type { DefectKind } from './kind.ts';
import { PORTFOLIO_FILE, SNAPSHOT_FILE } from '../../folder-names.ts';

/** Well above the limits of the reader: 100 levels, 20,000 entries, a million bytes. */
const [DEEP, MANY, LARGE] = [300, 25_000, 1_100_000];

type Spoil = (text: string, draft: Draft) => string | Uint8Array | undefined;

const replaceLine = (text: string, key: string, line: string): string =>
  text.replace(new RegExp(`^( *(?:- )?)${key}: .*$`, 'm'), (_, margin: string) => `${margin}${line}`);

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Array.from({ length: text.length }, (_, i) => [text.charCodeAt(i) & 255, text.charCodeAt(i) >>> 8]).flat()]); // prettier-ignore

/** By the code of what the reader then says. */
const TEXTS: Readonly<Record<string, Spoil>> = {
  'yaml-syntax': (text) => replaceLine(text, 'certification', 'certification: "RNCP'),
  'yaml-anchor': (text) => replaceLine(text, 'certification', 'certification: &code RNCP1'),
  'unknown-key': (text, { request }) => `${text}${request.bank.defects.foreignLine}\n`,
  'duplicate-key': (text) => `${text}version: 1\n`,
  'too-deep': (text) => `${text}notes: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n`,
  'too-many': (text) => `${text}notes:\n${'  - a\n'.repeat(MANY)}`,
  'too-large': (text) => `${text}# ${'x'.repeat(LARGE)}\n`,
  utf16,
  nul: (text) => concat(utf8(text), Uint8Array.of(0, 10)),
  'not-utf8': (text) => latin1(Array.from(text, (char) => (char <= 'ÿ' ? char : '?')).join('')),
  'empty-file': () => '# \n',
  foreign: () => 'services:\n  web:\n    image: exemple\n',
  'wrong-type': (text) => replaceLine(text, 'name', 'name: [prenom, nom]'),
  'bad-choice': (text) => replaceLine(text, 'stage', 'stage: jury'),
  date: (text) => replaceLine(text, 'start', 'start: 2024-13'),
  'unknown-reference': (text) => replaceLine(text, 'organisations', 'organisations: [O99]'),
  'unknown-competence': (text, { plan }) =>
    text.replace(`- id: ${plan.groups[0]?.[0]?.id ?? ''}`, '- id: RNCP1BC01-C01'),
  'unsupported-version': (text) => replaceLine(text, 'version', 'version: 99'),
  'not-a-portfolio': () => undefined,
};

const unreadable = (name: string, found: string, apply: DefectKind['apply']): DefectKind => ({
  name,
  found,
  stage: 'unreadable',
  apply,
});

const missingPortfolio = (draft: Draft, entry: Draft['entries'][number]): Draft => ({
  ...draft,
  entries: [...draft.entries, entry],
  spoil: { portfolio: () => undefined },
});

/** Folders that no command can open, as an advisor may receive them; a batch must go on after each. */
export const unreadableDefects: readonly DefectKind[] = [
  ...Object.entries(TEXTS).map(([code, spoil]) =>
    unreadable(code, code, (draft) => ({
      ...draft,
      spoil: { portfolio: (text) => spoil(text, draft) },
    })),
  ),
  unreadable('snapshot-missing', 'snapshot-missing', (draft) => ({
    ...draft,
    spoil: { referential: () => undefined },
  })),
  unreadable('snapshot-altered', 'snapshot-altered', (draft) => ({
    ...draft,
    spoil: { referential: (text) => text.replace('"level": ', '"level":  ') },
  })),
  unreadable('portfolio-link', 'cannot-read', (draft) =>
    missingPortfolio(draft, { path: PORTFOLIO_FILE, linkTo: SNAPSHOT_FILE }),
  ),
  unreadable('portfolio-folder', 'cannot-read', (draft) =>
    missingPortfolio(draft, { path: PORTFOLIO_FILE, special: 'folder' }),
  ),
  unreadable('portfolio-fifo', 'cannot-read', (draft) =>
    missingPortfolio(draft, { path: PORTFOLIO_FILE, special: 'fifo' }),
  ),
];

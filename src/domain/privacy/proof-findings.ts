import { finding, type Finding, type FindingArgs } from '../findings.ts';
import type { Evidence, Portfolio } from '../portfolio.ts';
import { findPersonalData } from './find-personal-data.ts';
import type { NameList } from './name-list.ts';
import { isOwnDetail } from './own-details.ts';
import { placeInText } from './place-in-text.ts';
import type { PersonalKind } from './sighting.ts';
import { isNeverShown } from './text-findings.ts';

/**
 * `shown`: the file that documents join; `redacted`: the same, made to stand for an original that may not be seen;
 * `original`: one that is joined to nothing.
 */
export type ProofRole = 'shown' | 'redacted' | 'original';

export interface ReadProof {
  readonly evidence: Evidence;
  readonly role: ProofRole;
  /** Name of the file that was read. */
  readonly file: string;
  /** One text a page; a single one where there are no pages (`paged` false). */
  readonly pages: readonly string[];
  readonly paged: boolean;
  readonly whole: boolean;
  readonly author?: string | undefined;
  readonly lastAuthor?: string | undefined;
  readonly position?: boolean | undefined;
}

/** A redacted version was made so that these could not be read. */
const REDACTED: ReadonlySet<PersonalKind> = new Set(['nir', 'iban', 'birth-date', 'name']);

const codeOf = (role: ProofRole, kind: PersonalKind) => {
  if (role === 'original') return 'privacy-original';
  if (role === 'redacted') return REDACTED.has(kind) ? 'privacy-redaction' : 'privacy-proof';
  return isNeverShown(kind) ? 'privacy-proof-exposed' : 'privacy-proof';
};

const compact = (value: string): string => value.replaceAll(/[^\p{L}\p{N}@]/gu, '').toLowerCase();

/** Pages without a word, by number, as « 2, 3 et 7 » needs them: joined by a blank. */
const blankPages = (pages: readonly string[]): number[] =>
  pages.flatMap((page, index) => (page.trim() === '' ? [index + 1] : []));

/** What the text layer of one proof tells, each piece of data once, at its first place. */
export const proofFindings = (
  { evidence, role, file, pages, paged, whole, author, lastAuthor, position }: ReadProof,
  names: NameList,
  { candidate }: Portfolio,
): Finding[] => {
  const path = `evidence.${evidence.id}`;
  const about: FindingArgs = { id: evidence.id, title: evidence.title, file, role };
  const found = new Map<string, Finding>();
  for (const [index, given] of pages.entries()) {
    const text = given.normalize('NFC');
    for (const sighting of findPersonalData(text, names)) {
      if (isOwnDetail(sighting, candidate)) continue;
      const key = `${sighting.kind} ${compact(sighting.value)}`;
      const before = found.get(key);
      const { kind, value } = sighting;
      const place = { ...(paged && { page: index + 1 }), ...placeInText(text, sighting) };
      found.set(
        key,
        before === undefined
          ? finding(codeOf(role, kind), path, { ...about, kind, value, ...place, count: 1 })
          : { ...before, args: { ...before.args, count: Number(before.args['count']) + 1 } },
      );
    }
  }
  const blank = blankPages(pages);
  const authors = [
    ...new Set([author, lastAuthor].filter((name) => name !== undefined && name !== candidate.name)),
  ];
  return [
    ...found.values(),
    ...(blank.length > 0 && role !== 'original'
      ? [
          finding('privacy-no-text', path, {
            ...about,
            ...(blank.length < pages.length && { pages: blank.join(', ') }),
          }),
        ]
      : []),
    ...(whole ? [] : [finding('privacy-unread', path, { ...about, reason: 'long' })]),
    ...(authors.length > 0 && role !== 'original'
      ? [finding('privacy-author', path, { ...about, kind: 'author', value: authors.join(', ') })]
      : []),
    ...(position === true && role !== 'original'
      ? [finding('privacy-position', path, { ...about, kind: 'gps', value: '' })]
      : []),
  ];
};

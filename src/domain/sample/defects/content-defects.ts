import { concat, latin1, utf8 } from '../../bytes.ts';
import type { ProofPattern } from '../bank.ts';
import type { Draft } from '../sample.ts';
import { competencesAt, withPortfolio, withProof } from './additions.ts';
import { findingKinds, type DefectKind } from './kind.ts';

/** A proof made of other bytes; without its hash in the portfolio, since these are the bytes it came with. */
const withBytes = (draft: Draft, change: (content: Uint8Array) => Uint8Array): Draft => {
  const made = withProof(draft, {}, undefined, (entry) =>
    'content' in entry ? { path: entry.path, content: change(entry.content) } : entry,
  );
  const { evidence } = made.portfolio;
  return withPortfolio(made, {
    evidence: evidence.map((one, index) =>
      index === evidence.length - 1 && one.file ? { ...one, file: { path: one.file.path } } : one,
    ),
  });
};

const LAST_LINES = 32;
const TOO_LARGE = 10_000_001;

/** A comment after the end, and the end once more: every reader still opens it. */
const padded = (pdf: Uint8Array): Uint8Array =>
  concat(
    pdf,
    latin1('%'),
    new Uint8Array(TOO_LARGE).fill(0x20),
    latin1('\n'),
    pdf.subarray(pdf.length - LAST_LINES),
  );

const twice = (draft: Draft): Draft => {
  const first = draft.portfolio.evidence.find(({ file }) => file !== undefined);
  return withProof(draft, first?.file ? { file: first.file } : {}, undefined, () => undefined);
};

const publicSame = (draft: Draft): Draft => {
  const made = withProof(draft, { confidentiality: 'à anonymiser' });
  const { evidence } = made.portfolio;
  return withPortfolio(made, {
    evidence: evidence.map((one, index) =>
      index === evidence.length - 1 && one.file ? { ...one, publicFile: one.file } : one,
    ),
  });
};

/** One supported competence keeps nothing but a letter of congratulations. */
const lighten = (draft: Draft): Draft => {
  const { bank, referential } = draft.request;
  const known = new Map(
    referential.blocks.flatMap(({ competences }) => competences.map((one) => [one.id, one] as const)),
  );
  // One that asks for two forms would be fragile first.
  const competence = competencesAt(draft, 'supported').find((id) => (known.get(id)?.forms.length ?? 0) < 2);
  const bare = withPortfolio(draft, {
    evidence: draft.portfolio.evidence.map((one) => ({
      ...one,
      shows: one.shows.filter((shown) => shown.competence !== competence),
    })),
  });
  return withProof(
    bare,
    competence === undefined ? {} : { shows: [{ competence, what: bank.defects.extraShows }] },
    bank.defects.lightProof,
  );
};

const MOST_SHOWN = 9;

const crowded = (draft: Draft): Draft =>
  withProof(draft, {
    shows: competencesAt(draft, 'told')
      .slice(0, MOST_SHOWN)
      .map((competence) => ({ competence, what: draft.request.bank.defects.extraShows })),
  });

const inWord = (draft: Draft): ProofPattern => ({ ...draft.request.bank.defects.extraProof, file: 'docx' });

export const contentDefects: readonly DefectKind[] = [
  ...findingKinds('validation', {
    'evidence-empty': (draft) => withBytes(draft, () => new Uint8Array()),
    'evidence-cut': (draft) =>
      withBytes(draft, (content) => content.subarray(0, Math.floor(content.length / 2))),
    'evidence-encrypted': (draft) =>
      withBytes(draft, (content) => concat(content, latin1('trailer\n<< /Encrypt 9 0 R >>\n%%EOF\n'))),
    'evidence-mistyped': (draft) => withBytes(draft, () => utf8(`${draft.request.bank.file.fictional}\n`)),
    'evidence-huge': (draft) => withBytes(draft, padded),
    'evidence-duplicate': twice,
    'evidence-public-same': publicSame,
    'evidence-not-printable': (draft) => withProof(draft, {}, inWord(draft)),
    'evidence-unauthorised': (draft) => withProof(draft, {}, draft.request.bank.defects.weakProof),
  }),
  ...findingKinds('validation', { 'competence-light': lighten }, { wishes: { supported: true } }),
  ...findingKinds(
    'validation',
    { 'evidence-crowded': crowded },
    {
      possible: ({ blocks }) => blocks.flatMap(({ competences }) => competences).length >= MOST_SHOWN,
    },
  ),
];

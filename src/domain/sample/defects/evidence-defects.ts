import { addMonths } from '../../dates.ts';
import type { Evidence, Organisation } from '../../portfolio.ts';
import type { Draft, SampleEntry } from '../sample.ts';
import { competencesAt, say, withPortfolio, withProof } from './additions.ts';
import { findingKinds, type DefectKind } from './kind.ts';
import { EVIDENCE_FOLDER } from '../../folder-names.ts';

const without = (draft: Draft, field: keyof Evidence): Draft => {
  const made = withProof(draft);
  const { evidence } = made.portfolio;
  return withPortfolio(made, {
    evidence: evidence.map((one, index) =>
      index === evidence.length - 1
        ? (Object.fromEntries(Object.entries(one).filter(([key]) => key !== field)) as Evidence)
        : one,
    ),
  });
};

const withSpoiltFile = (
  draft: Draft,
  spoil: (entry: SampleEntry & { content: Uint8Array }) => SampleEntry | undefined,
): Draft => withProof(draft, {}, undefined, (entry) => ('content' in entry ? spoil(entry) : entry));

const flip = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (index === bytes.length - 2 ? byte ^ 1 : byte));

/** The one supported competence that is to be fragile loses its proofs for a testimony. */
const weaken = (draft: Draft): Draft => {
  const supported = competencesAt(draft, 'supported');
  const [competence = ''] = supported;
  const bare = withPortfolio(draft, {
    evidence: draft.portfolio.evidence.map((one) => ({
      ...one,
      shows: one.shows.filter((shown) => shown.competence !== competence),
    })),
  });
  return withProof(bare, {}, draft.request.bank.defects.weakProof);
};

/** The first organisation has an organigramme, whose file is nowhere. */
const withOrganigramme = (
  draft: Draft,
  more: (organisation: Organisation) => Partial<Organisation> = () => ({}),
): Draft =>
  withPortfolio(draft, {
    organisations: draft.portfolio.organisations.map((one, index) =>
      index === 0
        ? {
            ...one,
            organigramme: { file: `${EVIDENCE_FOLDER}/organigramme.png`, alt: one.name },
            ...more(one),
          }
        : one,
    ),
  });

const awaited = (draft: Draft): Draft => {
  const { bank, at } = draft.request;
  const proof = draft.maker.await(bank.defects.extraProof, draft.career.roles[0]!, {
    state: 'demandée',
    askedFrom: say(draft, bank.defects.askedFrom),
    askedOn: addMonths(at, -1),
    experiences: [draft.career.roles[0]!.experience.id],
  });
  return withPortfolio(draft, { evidence: [...draft.portfolio.evidence, proof] });
};

const withheld = (draft: Draft): Draft => {
  const [competence = ''] = competencesAt(draft, 'told');
  const what = draft.request.bank.defects.extraShows;
  return withProof(draft, { confidentiality: 'à ne pas joindre', shows: [{ competence, what }] });
};

const unexplained = (draft: Draft): Draft =>
  withProof(draft, { shows: competencesAt(draft, 'supported').slice(0, 1).map((competence) => ({ competence })) }); // prettier-ignore

export const evidenceDefects: readonly DefectKind[] = [
  ...findingKinds('validation', {
    'evidence-missing': (draft) => withSpoiltFile(draft, () => undefined),
    'evidence-altered': (draft) =>
      withSpoiltFile(draft, ({ path, content }) => ({ path, content: flip(content) })),
    // Two levels up is out of the folder, and always there.
    'evidence-outside': (draft) => withSpoiltFile(draft, ({ path }) => ({ path, linkTo: '../..' })),
    'evidence-not-a-file': (draft) => withSpoiltFile(draft, ({ path }) => ({ path, special: 'folder' })),
    'evidence-orphan': (draft) => withProof(draft, { experiences: [], activities: [], shows: [] }),
    'evidence-undated': (draft) => without(draft, 'date'),
    'evidence-untyped': (draft) => without(draft, 'kind'),
    'evidence-to-anonymise': (draft) => withProof(draft, { confidentiality: 'à anonymiser' }),
    'evidence-confidentiality-unknown': (draft) => without(draft, 'confidentiality'),
    'evidence-withheld': withheld,
    'evidence-awaited': awaited,
    'organigramme-unreadable': (draft) => withOrganigramme(draft),
    'organigramme-withheld': (draft) => withOrganigramme(draft, ({ id }) => ({ pseudonym: id })),
  }),
  ...findingKinds(
    'validation',
    { 'evidence-unexplained': unexplained, 'competence-fragile': weaken },
    { wishes: { supported: true } },
  ),
  {
    name: 'evidence-fifo',
    found: 'evidence-not-a-file',
    stage: 'validation',
    apply: (draft) => withSpoiltFile(draft, ({ path }) => ({ path, special: 'fifo' })),
  },
];

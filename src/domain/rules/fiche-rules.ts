import { finding } from '../findings.ts';
import type { Assessment, Referential } from '../referential.ts';
import { registrationFinding } from '../referential/registration-finding.ts';
import { mayProceed } from '../referential/registration.ts';
import type { Rule } from './context.ts';

export const theRegistrationAllowsIt: Rule = ({ referential, portfolio, today }) => {
  const { eligible } = portfolio.dates;
  const found = registrationFinding(mayProceed(referential, today, eligible), eligible);
  return found === undefined ? [] : [found];
};

/** Written out once: many folders carry the same one. */
const texts = new WeakMap<Referential, string>();

const textOf = (referential: Referential): string => {
  const text = texts.get(referential) ?? JSON.stringify(referential);
  texts.set(referential, text);
  return text;
};

/** A folder brings its own référentiel; coverage counted on an altered one would mislead. Same schema, same key order. */
export const theReferentialIsTheOneShipped: Rule = ({ referential, shipped }) =>
  shipped === undefined || textOf(shipped) === textOf(referential)
    ? []
    : [finding('referential-differs', 'referential', { code: referential.code })];

/** Modes of a fiche that no written document replaces; Acquis can only help prepare them. */
const IN_PERSON: ReadonlySet<Assessment['kind']> = new Set([
  'mise-en-situation', 'soutenance', 'epreuve-orale', 'epreuve-anglais',
]); // prettier-ignore

export const assessmentsInPersonAreAnnounced: Rule = ({ referential, coverage }) => {
  const aimedAt = new Set(
    coverage.blocks
      .filter(({ state }) => state !== 'acquired' && state !== 'not-targeted')
      .map(({ code }) => code),
  );
  return [
    ...referential.assessments
      .filter(() => referential.blocks.every(({ assessments }) => assessments.length === 0))
      .map((assessment) => ({ assessment, where: referential.code })),
    ...referential.blocks
      .filter(({ code }) => aimedAt.has(code))
      .flatMap(({ code, assessments }) => assessments.map((assessment) => ({ assessment, where: code }))),
  ]
    .filter(({ assessment: { kind, also } }) => [kind, ...also].some((one) => IN_PERSON.has(one)))
    .map(({ assessment, where }) =>
      finding('assessment-elsewhere', `blocks.${where}`, { where, label: assessment.label }),
    );
};

/** Each list is one statement of the fiche, broken over lines there. */
export const prerequisitesAreSaid: Rule = ({ referential: { prerequisites } }) => [
  ...(prerequisites.validation.length > 0
    ? [finding('prerequisite-validation', 'certification', { text: prerequisites.validation.join(' ') })]
    : []),
  ...(prerequisites.training.length > 0
    ? [finding('prerequisite-training', 'certification', { text: prerequisites.training.join(' ') })]
    : []),
];

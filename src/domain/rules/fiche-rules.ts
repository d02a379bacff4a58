import { finding, type FindingCode } from '../findings.ts';
import type { Assessment } from '../referential.ts';
import { mayProceed, type Permission } from '../registration.ts';
import type { Rule } from './context.ts';

const REGISTRATION_CODES: Record<Exclude<Permission['reason'], 'open'>, FindingCode> = {
  closed: 'registration-closed',
  finishing: 'registration-ended',
  expiring: 'registration-expiring',
  replaced: 'registration-replaced',
};

export const theRegistrationAllowsIt: Rule = ({ referential, portfolio, today }) => {
  const permission = mayProceed(referential, today, portfolio.dates.eligible);
  if (permission.reason === 'open') return [];
  const { code, expires, successor } = permission;
  return [
    finding(REGISTRATION_CODES[permission.reason], 'certification', {
      code,
      expires,
      successor: successor?.code ?? '',
      eligible: portfolio.dates.eligible ?? '',
    }),
  ];
};

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

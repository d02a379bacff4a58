/** What a check noticed, as data; the sentence and the next step live in the catalogue. */
export const SEVERITIES = ['error', 'gap', 'warning', 'info'] as const;
/** `error` and `gap` end `check` with 1; `warning` and `info` do not. */
export type Severity = (typeof SEVERITIES)[number];

/** Every rule's code with its fixed severity. */
export const FINDINGS = {
  // the document itself
  'portfolio-cut': 'error',
  // registration
  'registration-closed': 'error',
  'registration-ended': 'warning',
  'registration-expiring': 'warning',
  'registration-replaced': 'warning',
  'referential-differs': 'warning',
  // coverage
  'competence-absent': 'gap',
  'competence-unsupported': 'gap',
  'competence-fragile': 'warning',
  'block-thin': 'warning',
  // evidence
  'evidence-missing': 'error',
  'evidence-altered': 'error',
  'evidence-outside': 'error',
  'evidence-not-a-file': 'error',
  'evidence-orphan': 'warning',
  'evidence-undated': 'warning',
  'evidence-untyped': 'warning',
  'evidence-to-anonymise': 'warning',
  'evidence-withheld': 'warning',
  'evidence-awaited': 'warning',
  'evidence-confidentiality-unknown': 'warning',
  'evidence-unexplained': 'info',
  'annex-apart': 'warning',
  // what the bytes of proofs tell
  'evidence-empty': 'error',
  'evidence-cut': 'warning',
  'evidence-encrypted': 'warning',
  'evidence-mistyped': 'warning',
  'evidence-huge': 'warning',
  'evidence-duplicate': 'warning',
  'evidence-public-same': 'warning',
  'evidence-not-printable': 'info',
  // what proofs are worth, and whose agreement they need
  'evidence-unauthorised': 'info',
  'evidence-crowded': 'info',
  'competence-light': 'info',
  'annexes-without-place': 'warning',
  // pictures of organisations
  'organigramme-unreadable': 'error',
  'organigramme-withheld': 'warning',
  // activities and experiences
  'activity-we': 'warning',
  'activity-without-competence': 'warning',
  'activity-crowded': 'warning',
  'activity-without-experience': 'warning',
  'activity-unanalysed': 'info',
  'activity-without-figure': 'info',
  'claim-missing': 'info',
  'citation-unknown': 'error',
  'experience-without-activity': 'warning',
  'experience-without-proof': 'warning',
  // feasibility stage
  'feasibility-unanswered': 'gap',
  'feasibility-uncommented': 'gap',
  'feasibility-comment-long': 'error',
  // what advisor and candidate say to each other
  'review-open': 'warning',
  'review-answered': 'info',
  'review-crossed': 'warning',
  'review-target-gone': 'warning',
  'review-altered': 'warning',
  // a folder made by somebody else
  'templates-ignored': 'warning',
  // the fiche
  'assessment-elsewhere': 'info',
  'prerequisite-validation': 'info',
  'prerequisite-training': 'info',
  // personal data of people (check --privacy)
  'privacy-text-exposed': 'error',
  'privacy-proof-exposed': 'error',
  'privacy-redaction': 'error',
  'privacy-text': 'warning',
  'privacy-proof': 'warning',
  'privacy-unread': 'warning',
  'privacy-authorisation': 'warning',
  'privacy-no-text': 'info',
  'privacy-author': 'info',
  'privacy-position': 'info',
  'privacy-name': 'info',
  'privacy-original': 'info',
  // what keeps a document from being handed in
  'final-identity-missing': 'error',
  'final-outline': 'error',
  'final-too-long': 'error',
  'final-chapter-empty': 'error',
  'final-section-unwritten': 'error',
  'final-citation-unjoined': 'error',
  'final-not-anonymised': 'error',
  'final-competence-unshown': 'error',
  'final-image-without-alt': 'error',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof FINDINGS;
export type FindingArgs = Readonly<Record<string, string | number>>;

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What it is about: `evidence.P19`, `activities.A5`, `competences.RNCP38126BC02-C04`. */
  readonly path: string;
  readonly args: FindingArgs;
}

export const finding = (code: FindingCode, path: string, args: FindingArgs = {}): Finding => ({
  code,
  severity: FINDINGS[code],
  path,
  args,
});

export const isAboutPrivacy = ({ code }: Pick<Finding, 'code'>): boolean => code.startsWith('privacy-');

/** True when the check must end with 1. */
export const isBlocking = ({ severity }: Finding): boolean => severity === 'error' || severity === 'gap';

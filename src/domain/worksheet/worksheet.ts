/** What a form asks for: the fields of one activity, or the free sections of one document, as the portfolio has them now. */
import type { Period } from '../dates.ts';
import { sectionsOf } from './document-sections.ts';
import { findEntity, replaceEntity } from '../edits.ts';
import type { WrittenDocumentId } from '../document-settings.ts';
import { NARRATIVE_FIELDS, type Activity, type Portfolio } from '../portfolio.ts';
import { competencesOf, resolveCompetenceId, type Referential } from '../referential.ts';

export type WorksheetSubject =
  | { readonly kind: 'activity'; readonly id: string }
  | { readonly kind: 'document'; readonly id: WrittenDocumentId };

export interface WorksheetField {
  /** `title`, `period`, a key of the telling or of a document's sections, `claim:ID` for a linked competence. */
  readonly key: string;
  /** One line that is no Markdown, a period, or Markdown of any length. */
  readonly kind: 'line' | 'period' | 'prose';
  /** Empty where nothing is written; a period as `start/end`, `start/` while it goes on. */
  readonly text: string;
  readonly competence?: { readonly mark: string; readonly short: string; readonly statement: string };
}

export interface Worksheet {
  readonly portfolio: string;
  readonly certification: string;
  readonly candidate: string;
  readonly subject: WorksheetSubject;
  /** Of the activity; empty for a document, which the catalogue names. */
  readonly title: string;
  readonly fields: readonly WorksheetField[];
}

/** An opened portfolio. */
export interface Source {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
}

const CLAIM = 'claim:';

const periodText = (period: Period | undefined): string =>
  period === undefined ? '' : `${period.start}/${period.end ?? ''}`;

const claimField = (
  { portfolio, referential }: Source,
  { id, claim }: Activity['competences'][number],
): WorksheetField => {
  const resolved = resolveCompetenceId(referential, id);
  const found = competencesOf(referential).find(({ competence }) => competence.id === resolved)?.competence;
  return {
    key: `${CLAIM}${id}`,
    kind: 'prose',
    text: claim ?? '',
    competence: {
      mark: (found?.id ?? id).replace(portfolio.certification, ''),
      short: found?.short ?? '',
      statement: found?.statement ?? '',
    },
  };
};

const activityFields = (source: Source, activity: Activity): WorksheetField[] => {
  const ids = activity.competences.map(({ id }) => id);
  return [
    { key: 'title', kind: 'line', text: activity.title },
    { key: 'period', kind: 'period', text: periodText(activity.period) },
    ...NARRATIVE_FIELDS.map((key) => ({ key, kind: 'prose' as const, text: activity[key] ?? '' })),
    ...activity.competences
      .filter(({ id }, index) => ids.indexOf(id) === index)
      .map((link) => claimField(source, link)),
  ];
};

/** The form of a subject; undefined when the portfolio has no such activity. */
export const worksheetOf = (source: Source, subject: WorksheetSubject): Worksheet | undefined => {
  const { portfolio } = source;
  const common = {
    portfolio: portfolio.id,
    certification: portfolio.certification,
    candidate: portfolio.candidate.name,
  };
  if (subject.kind === 'activity') {
    const activity = findEntity(portfolio, 'activities', subject.id);
    return (
      activity && {
        ...common,
        subject: { kind: 'activity', id: activity.id },
        title: activity.title,
        fields: activityFields(source, activity),
      }
    );
  }
  const settings = portfolio.documents[subject.id] ?? {};
  return {
    ...common,
    subject,
    title: '',
    fields: sectionsOf(subject.id, settings).map((key) => ({
      key,
      kind: 'prose',
      text: settings[key] ?? '',
    })),
  };
};

const put = <T extends object>(fields: T, key: string, value: unknown): T => {
  if (value !== undefined) return { ...fields, [key]: value };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key)) as T;
};

/** The portfolio with one field of the form changed; undefined takes it away. What is not in the form stays as it is. */
export const withField = (
  portfolio: Portfolio,
  subject: WorksheetSubject,
  key: string,
  value: string | Period | undefined,
): Portfolio => {
  if (subject.kind === 'document') {
    const settings = put(portfolio.documents[subject.id] ?? {}, key, value);
    return { ...portfolio, documents: { ...portfolio.documents, [subject.id]: settings } };
  }
  const activity = findEntity(portfolio, 'activities', subject.id);
  if (!activity) return portfolio;
  const id = key.startsWith(CLAIM) ? key.slice(CLAIM.length) : undefined;
  return replaceEntity(
    portfolio,
    'activities',
    id === undefined
      ? put(activity, key, value)
      : {
          ...activity,
          competences: activity.competences.map((link) =>
            link.id === id ? put(link, 'claim', value) : link,
          ),
        },
  );
};

import { words } from '../catalogue/index.ts';
import type { Collection, EntityOf } from '../domain/edits.ts';
import type { Evidence, Experience, Portfolio } from '../domain/portfolio.ts';
import { guaranteeOf, strengthOf } from '../domain/evidence/strength.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';
import { jsonDocument } from './json-document.ts';

const span = (start?: string, end?: string): string => {
  if (start === undefined || start === end) return start ?? '';
  return `${start} – ${end ?? words.editing.ongoing}`;
};

export const shortIds = (ids: readonly string[], certification: string): string =>
  ids.map((id) => (id.startsWith(certification) ? id.slice(certification.length) : id)).join(' ');

const employers = ({ organisations }: Experience, portfolio: Portfolio): string =>
  organisations.map((id) => portfolio.organisations.find((one) => one.id === id)?.name ?? id).join(', ');

const whereabouts = ({ file, url, state, askedFrom, askedOn }: Evidence): string => {
  if (file !== undefined || url !== undefined) return file?.path ?? url ?? '';
  if (state === undefined) return words.editing.awaited;
  return [state, askedFrom ?? '', askedOn ?? ''].filter((part) => part !== '').join(', ');
};

/** What it is worth and what may be done with it, as far as anybody has said. */
const standing = (evidence: Evidence): readonly string[] => {
  const { strengths, publicVersion } = words.proofs;
  const strength = strengthOf(evidence);
  const { confidentiality, publicFile, madeBy } = evidence;
  return [
    strength === undefined ? '' : strengths[strength],
    guaranteeOf(evidence) ?? '',
    madeBy ?? '',
    confidentiality ?? '',
    publicFile === undefined ? '' : publicVersion(publicFile.note),
  ];
};

type Describe<C extends Collection> = (entity: EntityOf[C], portfolio: Portfolio) => readonly string[];

/** What helps to recognise an entry, beside its id and title. */
const DETAILS: { readonly [C in Collection]: Describe<C> } = {
  organisations: ({ legalForm = '' }) => [legalForm],
  experiences: (experience, portfolio) => [
    employers(experience, portfolio),
    experience.status ?? '',
    span(experience.start, experience.end),
  ],
  activities: ({ experiences, period, competences }, { certification }) => [
    experiences.join(' '),
    period === undefined ? '' : span(period.start, period.end),
    shortIds(
      competences.map(({ id }) => id),
      certification,
    ),
  ],
  evidence: (evidence, { certification }) => [
    evidence.kind ?? '',
    evidence.date ?? (evidence.period ? span(evidence.period.start, evidence.period.end) : ''),
    whereabouts(evidence),
    shortIds(
      evidence.shows.map(({ competence }) => competence),
      certification,
    ),
    ...standing(evidence),
  ],
};

export const titleOf = (entity: EntityOf[Collection]): string =>
  'title' in entity ? entity.title : entity.name;

/** One entry a line: id, title, then what there is to tell it from the others. A terminal gets it broken between words. */
export const entityLines = (portfolio: Portfolio, collection: Collection, columns: number): string => {
  const list: readonly EntityOf[Collection][] = portfolio[collection];
  const describe = DETAILS[collection] as Describe<Collection>;
  const width = Math.max(0, ...list.map(({ id }) => id.length));
  return list
    .map((entity) => {
      const parts = [titleOf(entity), ...describe(entity, portfolio)].filter((part) => part !== '');
      const text = safeText(parts.join(' · ').replaceAll(/\s*\n\s*/g, ' '));
      return `${wrap(text, columns, ' '.repeat(width + 2), `${safeText(entity.id).padEnd(width)}  `)}\n`;
    })
    .join('');
};

/** The whole list, or one entry, for machines. */
export const entityDocument = (content: Readonly<Record<string, unknown>>): string =>
  jsonDocument({ version: 1, ...content });

import { NARRATIVE_FIELDS, Portfolio } from '../../src/domain/portfolio.ts';
import { buildPortfolio } from './build-portfolio.ts';
import { fullPortfolio, proseOf } from './full-portfolio.ts';
import { readStory } from './stories.ts';

/** Names and words that people really have, or type, and that no page is made for. */
export const EXTREMES = {
  /** 90 characters. */
  name: 'Marie-Antoinette-Charlotte de La Rochefontaine-Montmirail d’Albret de Saint-Fictif-sur-Lot',
  /** 200 characters without a place to break. */
  word: 'anticonstitutionnellement'.repeat(8),
  /** 200 characters. */
  organisation: `Association ${'intercommunale '.repeat(12)}fictive`.padEnd(200, 's'),
  /** 300 characters. */
  title: `Conduire ${'et accompagner la coopération des acteurs '.repeat(7)}`.slice(0, 299).padEnd(300, 's'),
  arabic: 'سعاد بنت الحسن',
  hebrew: 'רחל כהן־פיקטיבית',
  emoji: '🎓👩🏽‍🌾🌱',
} as const;

const EXAMPLE = 'recit-a-rncp38126';

/** A portfolio as `init` leaves it. */
export const emptyPortfolio = (): Portfolio => buildPortfolio({ certification: 'RNCP38126' });

export const oneActivity = (): Portfolio => {
  const story = readStory(EXAMPLE);
  return { ...story, activities: story.activities.slice(0, 1) };
};

/** Forty activities that share the twenty-seven competences, two hundred proofs, more than 120 pages. */
export const crowdedPortfolio = (): Portfolio => {
  const full = fullPortfolio(1);
  const competences = readStory(EXAMPLE).activities.flatMap((activity) => activity.competences);
  const activities = Array.from({ length: 40 }, (_, index) => ({
    ...full.activities[index % full.activities.length],
    id: `F${index}`,
    title: `Activité foisonnante ${index + 1} ${'et ses suites '.repeat(index % 3)}`.trim(),
    ...Object.fromEntries(NARRATIVE_FIELDS.map((field, seed) => [field, proseOf(6, index + seed)])),
    competences: Array.from({ length: 1 + (index % 7) }, (_unused, step) => ({
      id: competences[(index * 5 + step) % competences.length]?.id ?? '',
      claim: proseOf(1, index + step),
    })),
  }));
  const evidence = Array.from({ length: 200 }, (_, index) => ({
    id: `E${index}`,
    title: `Pièce ${index + 1}, ${proseOf(1, index).slice(0, 30 + (index % 4) * 15)}`,
    kind: 'compte rendu',
    date: '2024-05',
    file: { path: `preuves/piece-${index}.pdf` },
    activities: [`F${index % 40}`],
    shows: [{ competence: competences[index % competences.length]?.id ?? '', what: proseOf(1, index) }],
  }));
  return Portfolio.parse({ ...full, activities, evidence: [...full.evidence, ...evidence] });
};

/** Every text of a portfolio, followed by what is given; ids, dates and paths stay. */
const withinEveryText = (portfolio: Portfolio, added: string): Portfolio => {
  const change = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return ['id', 'competence', 'path', 'url', 'kind', 'form', 'state', 'status', 'start', 'end', 'date', 'birthDate', 'eligible', 'confidentiality', 'certification', 'fictional', 'stage', 'sha256'].includes(key) ? value : `${value} ${added}`; // prettier-ignore
    if (Array.isArray(value)) return value.map((entry) => change(entry, typeof entry === 'string' && key !== 'degrees' ? 'id' : key)); // prettier-ignore
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, change(child, name)]));
  };
  const { referential: _snapshot, ...rest } = portfolio;
  return Portfolio.parse(change(rest, ''));
};

/** The longest name, organisation and title, and a word of two hundred characters in every text. */
export const oversizedPortfolio = (): Portfolio => {
  const grown = withinEveryText(readStory(EXAMPLE), EXTREMES.word);
  return {
    ...grown,
    candidate: { ...grown.candidate, name: EXTREMES.name },
    organisations: grown.organisations.map((one) => ({ ...one, name: EXTREMES.organisation })),
    activities: grown.activities.map((one) => ({ ...one, title: EXTREMES.title })),
  };
};

/** Arabic and Hebrew names, and emoji in every text. */
export const worldlyPortfolio = (): Portfolio => {
  const grown = withinEveryText(readStory(EXAMPLE), EXTREMES.emoji);
  return {
    ...grown,
    candidate: { ...grown.candidate, name: EXTREMES.arabic },
    organisations: grown.organisations.map((one) => ({ ...one, name: EXTREMES.hebrew })),
  };
};

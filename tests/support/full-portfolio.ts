import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import { NARRATIVE_FIELDS, Portfolio } from '../../src/domain/portfolio.ts';
import { readStory } from './stories.ts';

const SENTENCES = [
  'J’ai réuni les partenaires du territoire pour comprendre leurs attentes et dire ce que nous pouvions tenir.',
  'Le conseil a hésité trois mois ; j’ai préparé deux scénarios chiffrés, avec un repli.',
  'À quoi bon un plan si personne ne le relit ? J’ai fixé un point toutes les six semaines.',
  'Sur 31 400 repas, un sur sept a été servi le soir : c’était le double de l’objectif.',
  'Une salariée m’a montré que la règle écrite ne correspondait plus au travail réel.',
];

/** `count` sentences, a different start for each `seed`. */
export const proseOf = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) => SENTENCES[(seed + index) % SENTENCES.length]).join(' ');

const answer = (paragraphs: number, seed: number): string =>
  [
    ...Array.from({ length: paragraphs }, (_, index) => proseOf(6, seed + index)),
    `- un point\n- un autre, plus long : ${proseOf(2, seed)}`,
    `${proseOf(2, seed + 3)} [[P03]]`,
  ].join('\n\n');

/**
 * Story A with every field filled: ten activities of ten answers, each of some `paragraphs` of about a hundred words,
 * every section of both documents written but the mémoire's conclusion, which keeps it a working plan.
 */
export const fullPortfolio = (paragraphs: number): Portfolio => {
  const story = readStory('recit-a-rncp38126');
  const sections = Object.fromEntries(
    [
      ...MEMOIRE_PLAN.sections.map(({ code }) => code),
      'synthesis',
      'project',
      'acknowledgements',
      'glossary',
      'bibliography',
    ].map((code, index) => [code, `${answer(1, index)}\n\n## Un intertitre\n\n${proseOf(3, index)}`]),
  );
  const activities = Array.from({ length: 10 }, (_, index) => ({
    ...story.activities[index % story.activities.length],
    id: `L${index}`,
    title: `Activité longue numéro ${index + 1} ${'et ses suites '.repeat(index % 4)}`.trim(),
    ...Object.fromEntries(NARRATIVE_FIELDS.map((field, seed) => [field, answer(paragraphs, index + seed)])),
  }));
  const { conclusion, ...unfinished } = sections;
  return Portfolio.parse({
    ...story,
    candidate: {
      ...story.candidate,
      birthDate: '1985-03-01',
      email: 'noemie@exemple.fr',
      phone: '06 00 00 00 00',
      address: '3 rue du Pré\nBâtiment B',
      postcode: '01000',
      city: 'Bourg',
    },
    dates: { eligible: '2026-01-15' },
    organisations: story.organisations.map((organisation, seed) => ({
      ...organisation,
      mission: proseOf(3, seed),
      governance: proseOf(2, seed),
      funding: proseOf(2, seed + 1),
    })),
    experiences: story.experiences.map((experience, seed) => ({
      ...experience,
      description: proseOf(6, seed),
      delegation: proseOf(2, seed),
      team: 'onze personnes',
      budget: '620 000 €',
    })),
    activities,
    documents: { portfolio: { ...sections, conclusion }, memoire: unfinished },
    notes: 'Note privée à ne jamais montrer.',
  });
};

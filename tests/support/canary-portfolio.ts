import { DocumentSettings } from '../../src/domain/document-settings.ts';
import { Activity, Evidence, Experience, Organisation, Portfolio } from '../../src/domain/portfolio.ts';
import { plantCanaries, type Canaries } from './canaries.ts';

const withoutReferences = { experiences: [], activities: [], shows: [] };

/**
 * A portfolio for the small certification of the tests in which every string field of the schema has a canary of its own:
 * two organisations (`O1` with a pseudonym, named in the texts), two activities (`A1` told, `A2` left out of the dossier), and
 * proofs that may be shown as they are (`P1`), in a redacted version (`P2`), only by their title (`P3`), not at all (`P4`, cited).
 */
export const canaryPortfolio = (): { readonly portfolio: Portfolio; readonly canaries: Canaries } => {
  const canaries: Canaries = new Map();
  const base = plantCanaries(Portfolio, '', canaries);
  const organisation = (id: string) => ({
    ...plantCanaries(Organisation, `organisation-${id}`, canaries),
    id,
    organigramme: undefined,
  });
  const [first, second] = [organisation('ancre-reelle-O1'), { ...organisation('O2'), pseudonym: undefined }];
  const post = {
    ...plantCanaries(Experience, 'experience', canaries),
    organisations: [first.id, 'O2'],
    start: '2019-03',
    end: '2021-04',
  };
  const activity = (id: string) => ({
    ...plantCanaries(Activity, `activity-${id}`, canaries),
    id,
    experiences: [post.id],
    period: { start: '2020', end: '2021' },
    competences: [{ id: 'BC01-C01', claim: `Revendication ${id} Zqclaim${id}` }],
  });
  const told = activity('A1');
  const evidence = (id: string, links: object = withoutReferences) => ({
    ...plantCanaries(Evidence, `evidence-${id}`, canaries),
    id,
    period: { start: '2020', end: '2021' },
    ...links,
  });
  const linked = {
    experiences: [post.id],
    activities: ['A1', 'A2'],
    shows: [{ competence: 'BC01-C01', what: 'Ce que montre la pièce, Zqwhatz' }],
  };
  const settings = (id: string) => ({
    ...plantCanaries(DocumentSettings, `settings-${id}`, canaries),
    activities: ['A1'],
  });
  return {
    canaries,
    portfolio: Portfolio.parse({
      ...base,
      version: 1,
      certification: 'ESSAI1',
      referential: undefined,
      target: { blocks: [], acquired: [{ ...base.target.acquired[0], block: 'BC02', proof: 'P3' }] },
      feasibility: { ...base.feasibility, blocks: [{ ...base.feasibility.blocks[0], block: 'BC01' }] },
      organisations: [first, second],
      experiences: [post],
      activities: [
        { ...told, context: `${told.context} chez ${first.name} [[secret-P4]]` },
        { ...activity('A2'), competences: [{ id: 'BC02-C01', claim: 'Zqother' }] },
      ],
      evidence: [
        { ...evidence('P1', linked), publicFile: undefined, confidentiality: 'publiable' },
        { ...evidence('P2', linked), confidentiality: 'à anonymiser' },
        { ...evidence('P3', linked), publicFile: undefined, confidentiality: 'à anonymiser' },
        { ...evidence('secret-P4', linked), confidentiality: 'à ne pas joindre' },
        { ...evidence('P5'), confidentiality: 'publiable' },
      ],
      documents: { 'dossier-validation': settings('dossier'), memoire: settings('memoire') },
      reviews: [{ ...base.reviews[0], thread: undefined, about: 'dossier' }],
    }),
  };
};

import { expect, test } from 'vitest';
import { pseudonymise } from '../../../src/domain/documents/pseudonyms.ts';
import { buildPortfolio } from '../../support/build-portfolio.ts';

const listed = [{ name: 'Awa Diarra', pseudonym: 'Inès B.', kind: 'personne', aliases: [] }] as const;

const portfolio = (named: string) =>
  buildPortfolio({
    candidate: { name: 'Ada Fictive', summary: `Dit [[bilan-${named}]].` },
    organisations: [{ id: `chez-${named}`, name: 'Sans nom' }],
    experiences: [{ id: `poste-${named}`, title: 'Une', organisations: [`chez-${named}`] }, { id: 'X2', title: 'Deux' }],
    activities: [
      { id: `suivi-${named}`, title: 'Une', context: `Voir [[bilan-${named}]] et [[P2]].`, experiences: [`poste-${named}`, 'X2'], competences: [{ id: 'BC01-C01' }] },
      { id: 'PS1', title: 'Deux' },
    ],
    evidence: [
      { id: `bilan-${named}`, title: 'Bilan', experiences: [`poste-${named}`], activities: [`suivi-${named}`, 'PS1'] },
      { id: 'P2', title: 'Autre' },
    ],
    target: { acquired: [{ block: 'BC02', proof: `bilan-${named}` }] },
    documents: { 'dossier-validation': { activities: ['PS1', `suivi-${named}`] } },
  }); // prettier-ignore

test('an id that holds a listed name gives way to a plain one, wherever it is referred to', () => {
  const shown = pseudonymise(portfolio('awa-diarra'), listed);
  expect(JSON.stringify(shown)).not.toMatch(/diarra/iu);
  const [experience, activity, proof] = [shown.experiences[0]?.id, shown.activities[0]?.id, shown.evidence[0]?.id]; // prettier-ignore
  expect([experience, activity, proof]).toEqual(['PS2', 'PS3', 'PS4']);
  expect(shown.activities[0]).toMatchObject({
    context: 'Voir [[PS4]] et [[P2]].',
    experiences: ['PS2', 'X2'],
  });
  expect(shown.evidence[0]).toMatchObject({ experiences: ['PS2'], activities: ['PS3', 'PS1'] });
  expect(shown.candidate.summary).toBe('Dit [[PS4]].');
  expect(shown.experiences[0]?.organisations).toEqual([shown.organisations[0]?.id]);
  expect(shown.target.acquired[0]?.proof).toBe('PS4');
  expect(shown.documents['dossier-validation']?.activities).toEqual(['PS1', 'PS3']);
  expect(pseudonymise(shown, listed)).toEqual(shown);
});

test('ids that tell nothing stay as they are', () => {
  const { evidence, activities } = pseudonymise(portfolio('sans-nom'), listed);
  expect([evidence[0]?.id, activities[0]?.id]).toEqual(['bilan-sans-nom', 'suivi-sans-nom']);
});

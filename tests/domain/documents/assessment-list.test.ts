import { describe, expect, test } from 'vitest';
import { satInPerson } from '../../../src/domain/documents/assessment-list.ts';
import { shippedReferential } from '../../support/story-documents.ts';

const labelsOf = async (code: string): Promise<(readonly [string, boolean])[]> => {
  const referential = await shippedReferential(code);
  return satInPerson(referential, referential.blocks).map(({ label, isPrepared }) => [label, isPrepared]);
};

describe('what is sat in person', () => {
  test('leaves out each line of the fiche for which something written is handed in or shown', async () => {
    expect(await labelsOf('RNCP38126')).toEqual([['Soutenance orale', true]]);
    expect(await labelsOf('RNCP41296')).toEqual([
      ['Mise en situation', true],
      ['Analyse réflexive', true],
      ["Epreuves d'anglais professionnel", false],
      ['Epreuve orale', true],
    ]);
    expect(await labelsOf('RNCP35080')).toEqual([
      ['Soutenance orale d’analyse de pratiques devant un jury mixte enseignants/professionnels', true],
    ]);
  });

  test('names the pieces of the certifier instead, where these are known', async () => {
    const referential = await shippedReferential('RNCP41296');
    const piece = (label: string, document?: string) => ({ label, document, blocks: [] });
    const vae = {
      pieces: [piece('Mémoire', 'memoire'), piece('Entretien', 'soutenance'), piece('Anglais')],
    };
    const told = { ...referential, vae: { ...vae } } as unknown as typeof referential;
    expect(satInPerson(told, referential.blocks).map(({ label }) => label)).toEqual(['Entretien', 'Anglais']);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storyVariant } from './story-variant.ts';

/** Story A with every text that a dossier is handed in with, in a copy that goes away with the test. */
export const readyStory = (): string => {
  const written = ['introduction', 'learning', 'synthesis', 'project', 'conclusion', 'bibliography']
    .map((code) => `    ${code}: Texte.\n`)
    .join('');
  const folder = storyVariant('recit-a-rncp38126', {
    '  fictional: oui':
      '  birthDate: 1985-03-01\n  email: n@exemple.fr\n  address: 1 rue Fictive\n  city: Bourg\n  fictional: oui',
    'documents:\n': `documents:\n  dossier-validation:\n${written}`,
  });
  const file = join(folder, 'portfolio.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('à anonymiser', 'publiable'));
  return folder;
};

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ECRIT_REFLEXIF_PLAN } from '../../src/domain/documents/ecrit-reflexif-plan.ts';
import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import { proseOf } from './full-portfolio.ts';
import { samplesIn, type ShippedCode } from './samples.ts';

interface Stored {
  candidate: Record<string, unknown>;
  evidence: Record<string, unknown>[];
  documents: Record<string, Record<string, unknown>>;
}

const texts = (codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(codes.map((code, index) => [code, proseOf(4, index)]));

const TOLD = ['introduction', 'career', 'learning', 'synthesis', 'project', 'conclusion', 'bibliography'];

/** A generated candidate who wrote everything, told who she is, and may show every proof: nothing is left to do but to hand in. */
export const finishedPortfolio = async (folder: string, certification: ShippedCode): Promise<string> => {
  const [made = ''] = await samplesIn(folder, { certification });
  const file = join(made, 'portfolio.yaml');
  const stored = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Stored;
  Object.assign(stored.candidate, {
    birthDate: '1985-03-01',
    email: 'personne@exemple.fr',
    address: '1 rue Fictive',
    postcode: '01000',
    city: 'Bourg',
  });
  for (const evidence of stored.evidence) {
    evidence['confidentiality'] = 'publiable';
    evidence['alt'] = 'Ce que montre l’image.';
  }
  const planned = ({ sections }: typeof MEMOIRE_PLAN | typeof ECRIT_REFLEXIF_PLAN): Record<string, string> =>
    texts([...sections.map(({ code }) => code), 'bibliography']);
  stored.documents = {
    'dossier-validation': texts(TOLD),
    portfolio: texts(TOLD),
    memoire: planned(MEMOIRE_PLAN),
    'ecrit-reflexif': planned(ECRIT_REFLEXIF_PLAN),
  };
  writeFileSync(file, stringify(stored));
  return made;
};

import { NARRATIVE_FIELDS, type Portfolio } from '../../src/domain/portfolio.ts';
import { buildPortfolio } from './build-portfolio.ts';

/** What a candidate writes in every field: accents, no-break spaces, emphasis, a citation, lists, a link, a table. */
export const toldText = (mark: string): string =>
  [
    `J’ai réuni **l’équipe** de « ${mark} » : *où, quand, pourquoi ?* [[P07]] — 12 %.`,
    `- premier point, ${mark}\n- deuxième, avec [le bilan](https://exemple.fr/bilan_2023?a=b&c=d)\n  1. sous-point\n  2. autre sous-point`,
    `Une ligne  \nqui s’arrête, puis une autre\nqui continue, ${mark}.`,
    '| an | repas |\n| -- | ----- |\n| 2023 | 31 400 |',
  ].join('\n\n');

export const toldPortfolio = (): Portfolio =>
  buildPortfolio({
    activities: [
      {
        id: 'A1',
        title: 'Ouvrir un local à title',
        period: { start: '2021-03', end: '2022' },
        ...Object.fromEntries(NARRATIVE_FIELDS.map((field) => [field, toldText(field)])),
        competences: [
          { id: 'ESSAI1BC01-C01', claim: toldText('claim un') },
          { id: 'ESSAI1BC01-C02', claim: toldText('claim deux') },
        ],
      },
    ],
  });

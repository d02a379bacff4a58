import { describe, expect, it } from 'vitest';
import { foldStatement, officialTexts } from '../../src/domain/referential/official-texts.ts';
import { readYaml, seeds } from './provers.ts';
import { bareLines } from './read-lines.ts';

/** Headings and layout of the register's page and of the certificate supplement: they carry no fact of their own. */
const LAYOUT = new Set([
  "L'essentiel", 'Icon de la nomenclature', 'Nomenclature', 'du niveau de qualification', 'Icon NSF', 'Code(s) NSF',
  'Icon formacode', 'Formacode(s)', 'Icon date', 'Date d’échéance', 'de l’enregistrement',
  'Nom légal Siret Nom commercial Site internet', 'Objectifs et contexte de la certification :', 'Activités visées :',
  'Compétences attestées :', "Modalités d'évaluation :", "Liste de compétences Modalités d'évaluation",
  'Secteurs d’activités :', "Type d'emplois accessibles :", 'Code(s) ROME :',
  'Références juridiques des règlementations d’activité :', 'Le cas échant, prérequis à l’entrée en formation :',
  'Le cas échant, prérequis à la validation de la certification :',
  'Pré-requis disctincts pour les blocs de compétences :', 'Validité des composantes acquises :',
  'Validité des composantes acquises', 'Oui Non', 'Statistiques :', 'Statistiques',
  'Lien internet vers le descriptif de la certification :', 'Certification(s) antérieure(s) :',
  'Certification(s) antérieure(s)', 'Code de la fiche Intitulé de la certification remplacée',
  "Référentiel d'activité, de compétences et d'évaluation :", 'quatre axes :', 'Nom légal certificateur(s) :',
  'suivantes :', "Description des modalités d'acquisition de la certification",
  'par capitalisation des blocs de compétences et/ou par', 'équivalence :', 'Type d’emploi accessibles :',
  'Références juridiques des réglementations d’activité :', '5. Base officielle du certificat',
  'Organisme(s) certificateur(s) Système de notation / conditions d’octroi',
  "Niveau (national ou européen) du certificat Autorité responsable de l'habilitation du certificat",
  "Accès au niveau suivant d'éducation / de formation Accords internationaux de reconnaissance des qualifications",
  'Base légale', "6. Modes d'accès à la certification officiellement reconnus", '7. Information complémentaire',
  "Niveau d'entrée requis (Le cas échéant)",
  'Pour toute information complémentaire, notamment sur le système national de qualifications :',
  'Centre national Europass',
].map(foldStatement)); // prettier-ignore

/** Lines that pair a heading with a value: the value is proven by the other tests, the heading removed here. */
const HEADED =
  /^(?:Description des modalités d'acquisition.*|Voie d’accès à la certification.*|Année d'obtention.*|Inscrite au cadre.*|Niveau \d|Niveau national .*|: certifications professionnelles\) Niveau 7|Niveau du Cadre.*|Date d.*|Durée de l.*|(?:Après un|En contrat|Par )[^,]* (?:X|X -|X - -|Oui|Non))$/u;

/** `18-10-2028` or statistics rows are held as numbers and ISO dates. */
const FIGURES = /^(?:\d\d-\d\d-\d{4}|\d{4}(?: \d+){5})$/u;

const stripped = (line: string): string =>
  line.replace(/^(?:-?Fonction \d\s*:|\d\.|RNCP\d+BC\d\d -|RNCP4740)\s+/u, '');

const unaccounted = (name: 'RNCP38126' | 'RNCP41296' | 'RNCP35080', seed: string): string[] => {
  const data = readYaml(name);
  const held = foldStatement(
    [
      ...officialTexts(data).map(({ text }) => text),
      ...data.certifiers.map((one: any) => [one.name, one.siret, one.brand, one.url].join('')),
      ...[data.nsf, data.formacodes, data.rome].flat().map((one: any) => `${one.code}${one.label ?? ''}`),
    ].join('\n'),
  );
  return bareLines(seed).filter(
    (line) =>
      !LAYOUT.has(foldStatement(line)) &&
      !HEADED.test(line) &&
      !FIGURES.test(line) &&
      !held.includes(foldStatement(stripped(line))),
  );
};

const sources = [
  ['RNCP35080', '001'],
  ['RNCP41296', '003'],
  ['RNCP38126', '004'],
] as const;

describe('nothing the sources say is left out', () => {
  it.each(seeds === undefined ? [] : sources)('%s: every line is held as data or is layout', (name, number) => {
    const seed = seeds?.[number] ?? '';
    expect(unaccounted(name, seed)).toEqual([]);
    expect(unaccounted(name, `${seed}\nUne phrase que nos données ne tiennent pas.`)).toHaveLength(1);
  });

  it('the attested list of a fiche repeats its blocks, in the same order', () => {
    for (const [name, number] of sources.slice(1)) {
      const seed = seeds?.[number];
      const statements: string[] = readYaml(name).blocks.flatMap((block: any) =>
        block.competences.map((one: any) => foldStatement(one.statement)),
      );
      expect(new Set(statements).size).toBe(27);
      if (seed === undefined) continue;
      const attested = bareLines(
        seed.slice(seed.indexOf('Compétences attestées :'), seed.indexOf("Modalités d'évaluation :")),
      ).slice(1);
      expect(attested.map(foldStatement)).toEqual(statements);
    }
  });
});

/** What keeps a document from being handed in (`export --final`). */
import type { FindingArgs, FindingCode } from '../../domain/findings.ts';
import { documents } from './documents.ts';
import type { Sentence } from './sentence.ts';

type Arg = string | number | undefined;

const titles: Readonly<Record<string, string>> = documents.titles;
const headings: Readonly<Record<string, string>> = documents.headings;
const titleOf = (kind: Arg): string => titles[`${kind}-jury`] ?? String(kind);
const heading = (code: Arg): string => `« ${headings[String(code)] ?? code} »`;
const inText = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const FACTS: Readonly<Record<string, { readonly name: string; readonly flags: string }>> = {
  birthDate: { name: 'votre date de naissance', flags: '--birth-date AAAA-MM-JJ' },
  address: { name: 'votre adresse', flags: '--address, --postcode et --city' },
  contact: { name: 'un courriel ou un téléphone', flags: '--email ou --phone' },
};

/** Two ways to write, the one without YAML first; the same words for all parts of a document, so that they are said once. */
const whereToWrite = (document: Arg): string =>
  `dans Word (acquis document worksheet, --document ${document}) ou dans portfolio.yaml (documents.${document})`;

export const finalFindings: Record<
  Extract<FindingCode, `final-${string}`>,
  (args: FindingArgs) => Sentence
> = {
  'final-identity-missing': ({ fact }) => ({
    message: `Il manque ${FACTS[String(fact)]?.name ?? fact} sur la page d’identité.`,
    hint: `Pour l’ajouter : acquis portfolio edit, ${FACTS[String(fact)]?.flags ?? fact}.`,
  }),
  'final-too-long': ({ document, pages, limit }) => ({
    message: `${titleOf(document)} : ${pages} pages sans les annexes, pour ${limit} permises.`,
    hint: 'Raccourcissez les récits les plus longs, ou présentez moins d’activités.',
  }),
  'final-outline': ({ document, count, sections }) => ({
    message: `${titleOf(document)} : c’est encore un plan, ${count} ${Number(count) > 1 ? 'parties restent' : 'partie reste'} à écrire (${String(
      sections,
    )
      .split(' ')
      .map(heading)
      .join(', ')}).`,
    hint: `Écrivez ${whereToWrite(document)} ; ou nommez avec --document ceux que vous remettez.`,
  }),
  'final-chapter-empty': ({ document, chapter }) => ({
    message: `${titleOf(document)} : le chapitre ${heading(chapter)} n’a rien à montrer.`,
    // The interview asks for no more of an organisation than its name.
    hint:
      chapter === 'organisations'
        ? 'Présentez vos organisations : acquis organisation edit, --mission, --size, --governance.'
        : 'Reprenez l’entretien : acquis walk.',
  }),
  'final-section-unwritten': ({ document, section, elsewhere }) => ({
    message: `${titleOf(document)} : la partie ${heading(section)} n’est pas écrite.`,
    hint: elsewhere
      ? `Votre ${inText(titleOf(elsewhere))} en a une : reprenez-la si elle convient, dans documents.${document}.${section}.`
      : `Écrivez ${whereToWrite(document)}.`,
  }),
  'final-citation-unjoined': ({ document, id, known }) => ({
    message: known
      ? `${titleOf(document)} : le texte renvoie à ${id}, qui n’est pas jointe.`
      : `${titleOf(document)} : le texte renvoie à ${id}, qui n’existe pas.`,
    hint: known
      ? 'Apportez son fichier, ou retirez le renvoi si elle ne peut pas être montrée.'
      : 'Corrigez l’identifiant entre doubles crochets.',
  }),
  'final-not-anonymised': ({ id, title }) => ({
    message: `${id} (${title}) est encore à anonymiser.`,
    hint: `Indiquez la version qui peut être montrée : acquis evidence edit . ${id} --public-file FICHIER ; ou ne joignez pas la pièce.`,
  }),
  'final-competence-unshown': ({ id, short, proofs }) => ({
    message: `${id} (${short}) : aucune de ses pièces (${proofs}) n’a de version qui puisse être montrée au jury.`,
    hint: 'Donnez à l’une d’elles une version masquée ou un extrait (acquis evidence edit, --public-file), ou dites-la publiable si elle l’est ; sinon, reliez une autre pièce.',
  }),
  'final-image-without-alt': ({ id, title }) => ({
    message: `${id} (${title}) est une image sans description.`,
    hint: `Dites en une phrase ce qu’on y voit : acquis evidence edit . ${id} --alt "…".`,
  }),
};

/** What a PDF carries of the portfolio it was made from, and what becomes of it. */
import { longDate } from './dates.ts';
import { documents } from './documents.ts';
import { shellWord } from './shell-word.ts';
import { counted } from './quantities.ts';

const titleOf = (kind: string): string =>
  (documents.titles as Readonly<Record<string, string>>)[`${kind}-jury`] ?? kind;

const pieces = (count: number): string => counted(count, 'pièce', 'pièces');

interface Again {
  readonly document: string;
  readonly blocks: readonly string[];
  readonly annexes: string;
  readonly date: string;
  readonly proofs: readonly unknown[];
}

export const source = {
  option: 'joint à chaque PDF pour le jury les données qu’il montre, pour le refaire un jour',
  without: (names: readonly string[]) =>
    names.length > 1
      ? `Ces documents n’emportent pas leurs données (documents de travail, diapositives ou pages de pièces seules) : ${names.join(', ')}.`
      : `Ce document n’emporte pas ses données (document de travail, diapositives ou pages de pièces seules) : ${names.join('')}.`,
  attachments: {
    portfolio: 'Ce que ce document montre, sous forme de portfolio acquis',
    referential: 'Le référentiel de la certification, tel que ce document le cite',
    organigramme: 'Organigramme montré dans ce document',
    manifest: 'Empreintes des fichiers joints et des pièces listées',
  },
  restored: {
    done: (folder: string, name: string, kind: string) =>
      `Portfolio de ${name} repris dans ${folder} : ce que montrait le document « ${titleOf(kind)} », rien d’autre.`,
    proofs: (count: number, folder: string, file: string) =>
      `Les fichiers de ${pieces(count)} ne sont pas dans le PDF : remettez-les dans ${shellWord(`${folder}/preuves`)}, puis acquis verify ${shellWord(file)} --folder ${shellWord(folder)} dit lesquels sont les bons.`,
    again: (folder: string, { document, blocks, annexes, date, proofs }: Again) =>
      `Le même document : acquis export ${shellWord(folder)} --document ${document}${blocks.map((block) => ` --block ${shellWord(block)}`).join('')} --annexes ${annexes} --at ${date} --embed-source${
        annexes !== 'liste' && proofs.length > 0
          ? ' ; sans les fichiers des pièces, leurs pages manquent : --annexes liste fait alors le document sans elles.'
          : ''
      }`,
    limits:
      'Ce portfolio ne remplace pas le vôtre : notes, relectures, autres documents et vrais noms derrière les pseudonymes n’y sont pas.',
  },
  verified: {
    folder: 'dossier où chercher les pièces que liste un PDF',
    pdfAlone: 'cette option avec un PDF fabriqué par acquis export --embed-source, et lui seul',
    title: (file: string) => `Intégrité de ${file}`,
    whole: (kind: string, date: string, count: number) =>
      `✓ ${titleOf(kind)} du ${longDate(date)} : les ${count} fichiers que porte le PDF sont intacts.`,
    listed: (count: number, file: string) =>
      count === 0
        ? 'Il ne liste aucune pièce dont le fichier puisse être montré.'
        : `Il liste ${pieces(count)}. Pour savoir si un dossier les a encore : acquis verify ${shellWord(file)} --folder DOSSIER`,
    found: (intact: number, count: number, folder: string) =>
      `${intact === count ? '✓' : '✗'} Dans ${folder} : ${intact} sur ${pieces(count)} à l’identique.`,
    heads: {
      missing: 'Manque',
      altered: 'N’est plus le même fichier',
      unrecorded: 'Sans empreinte : le fichier manquait déjà quand le document a été fait',
    },
    hints: {
      missing: 'Remettez le fichier dans preuves/ ; son nom est libre si le portfolio le nomme.',
      altered: 'Reprenez le fichier d’origine, ou refaites le document avec le nouveau.',
      unrecorded: 'Rien ne dit si le fichier est le bon.',
    },
    proof: (annex: number, id: string, title: string, path: string) =>
      `Annexe ${annex} (${id}), ${title} : ${path}`,
  },
} as const;

import type { DocumentModel } from '../../domain/documents/document.ts';
import type { DocumentId } from '../../domain/documents/registry.ts';
import type { DocumentLength } from '../../domain/documents/page-budget.ts';
import { documents } from './documents.ts';
import { documentTitle } from './document-title.ts';

/** What a fiche may prevent us from calling for, in a sentence. */
const modes: Record<DocumentId, string> = {
  faisabilite: 'de dossier de faisabilité',
  'dossier-validation': 'de dossier',
  portfolio: 'de portfolio',
  memoire: 'de mémoire',
  'ecrit-reflexif': 'd’écrit réflexif',
  couverture: 'de bilan',
  soutenance: 'de soutenance',
  'etude-de-cas': 'd’étude de cas',
  'mise-en-situation': 'de mise en situation',
};
const ids = [...Object.keys(modes), 'all'].join(', ').replace(/, all$/, ' ou all');

export const exporting = {
  description: 'fabrique les documents : ceux du jury, et les plans et fiches de travail',
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    document: `${ids} ; répétable, ou liste à virgules (par défaut : all)`,
    format: 'pdf, html, docx (Word) ou md (Markdown) ; répétable, ou liste à virgules (par défaut : pdf)',
    out: 'dossier de sortie (par défaut : exports, dans le portfolio)',
    annexes:
      'pages des annexes du dossier de validation : suite (derrière lui), fichier (un PDF à part, pages numérotées à la suite) ou liste (nommées seulement) (par défaut : suite)',
    block: 'seulement ces blocs ; répétable, ou liste à virgules',
    at: 'date du document, AAAA-MM-JJ (par défaut : aujourd’hui)',
    final: 'pour remettre au jury : refuse, et dit tout ce qui manque',
    browserPath: 'navigateur à utiliser (Chrome, Chromium ou Edge) ; « carried » : celui qui est fourni',
    noSandbox:
      'sans le bac à sable du navigateur (conteneur sans droits) : uniquement pour vos propres documents',
  },
  after:
    'Sortie standard : le chemin de chaque fichier écrit. Code de sortie 1 si --final refuse ; sans lui, 0 dès que tout est écrit. Beaucoup de dossiers à la fois : acquis batch export.',
  expected: {
    document: ids,
    format: 'pdf, html, docx ou md',
    annexes: 'suite, fichier ou liste',
    date: 'une date AAAA-MM-JJ',
    epoch: 'un nombre entier de secondes depuis le 1er janvier 1970 (UTC)',
  },
  progress: (document: Pick<DocumentModel, 'kind' | 'audience'> & { readonly format: string }) =>
    `Fabrication : ${documentTitle(document)} (${document.format.toUpperCase()})…`,
  measured: (name: string, length: DocumentLength): string => {
    const { told, limit, parts } = documents.lengths;
    const headings: Readonly<Record<string, string>> = documents.headings;
    const detail = parts(
      length,
      ({ heading, title }) => (heading === undefined ? title : headings[heading]) ?? '',
    );
    // Advice is for the couverture, where it is said to be ours.
    const asked = length.limit?.source === 'advice' ? undefined : length.limit;
    return [
      `${name} : ${told(asked ? length : { ...length, verdict: undefined })}`,
      ...(asked ? [limit(asked)] : []),
      ...(detail === '' ? [] : [`dont ${detail}`]),
    ].join(' ; ');
  },
  uncalled: (document: DocumentId, certification: string) =>
    `La fiche ${certification} ne prévoit pas ${modes[document]} pour les blocs présentés ; il est fait à votre demande.`,
  inPerson: (
    lines: readonly {
      readonly label: string;
      readonly blocks: readonly string[];
      readonly isPrepared: boolean;
    }[],
    from: 'fiche' | 'certifier',
  ) =>
    `${from === 'fiche' ? 'La fiche prévoit aussi' : 'L’organisme certificateur demande aussi'} ce qui se passe en personne et qu’aucun document ne remplace : ${lines
      .map(
        ({ label, blocks, isPrepared }) =>
          `« ${label} » (${blocks.join(', ')}${isPrepared ? '' : ', sans document pour s’y préparer'})`,
      )
      .join(', ')}.${from === 'fiche' ? ' Demandez à l’organisme certificateur ce qui vaut en VAE.' : ''}`,
  notHandedIn: (kinds: readonly DocumentModel['kind'][]) =>
    `Avec --final, seuls les documents du jury sont faits, pas ceux pour travailler (${kinds.join(', ')}).`,
  refused: (count: number) =>
    `Rien n’a été écrit : ${count > 1 ? `${count} points empêchent` : 'un point empêche'} de remettre ces documents.`,
} as const;

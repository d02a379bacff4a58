import type { Period } from '../../domain/dates.ts';
import type { DocumentSection } from '../../domain/document-settings.ts';
import type { Worksheet, WorksheetField } from '../../domain/worksheet/worksheet.ts';
import { longDate } from './dates.ts';
import { documents } from './documents.ts';
import { guidance } from './documents/sections.ts';
import { fieldLabel } from './fields.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the sections of a document are asked with where no plan has its own questions. */
const sections: Readonly<Partial<Record<DocumentSection, string>>> = {
  introduction: 'Dites qui vous êtes, d’où vous venez, et ce que la suite va montrer.',
  motivations:
    'Dites pourquoi cette certification, pourquoi maintenant, et ce que la démarche change pour vous.',
  career: 'Racontez votre parcours : les étapes, les tournants, ce qui relie un poste au suivant.',
  synthesis:
    'Prenez vos activités ensemble : ce qu’elles montrent de votre métier, ce qui les relie, ce qui vous distingue.',
  project:
    'Dites ce que cette certification rend possible : le poste, les responsabilités, la suite que vous voulez donner.',
  conclusion: 'Dites en quelques lignes ce que le jury doit retenir.',
  acknowledgements: 'Remerciez qui vous a aidé, en quelques lignes.',
  glossary: 'Donnez le sens des sigles et des mots que le jury peut ne pas connaître, un par ligne.',
  learning: 'Dites ce que vous avez appris de votre travail, et ce que vous en avez fait depuis.',
  bibliography: guidance.bibliography,
};
const planned: Readonly<Partial<Record<DocumentSection, string>>> = { ...sections, ...guidance };

const titles: Readonly<Record<string, string>> = documents.titles;
const headings: Readonly<Record<string, string | undefined>> = documents.headings;

const activityFields: Readonly<Record<string, string>> = {
  title: 'Titre',
  period: 'Période',
  ...documents.narrative,
};

export const worksheet = {
  activity: {
    write: 'écrit une fiche par activité (Word ou Markdown), à remplir hors du terminal',
    read: 'reprend une fiche remplie : montre les différences, puis enregistre',
  },
  document: {
    description: 'les parties libres d’un document (introduction, synthèse…), à rédiger dans Word',
    write: 'écrit la fiche d’un document (Word ou Markdown), à remplir hors du terminal',
    read: 'reprend une fiche remplie : montre les différences, puis enregistre',
  },
  options: {
    folder: 'dossier du portfolio (par défaut : le dossier courant)',
    folderOrFile: 'fiche à reprendre, précédée s’il le faut du dossier du portfolio',
    file: 'fiche à reprendre',
    activity: 'activité (A1) ; répétable (par défaut : toutes)',
    document: (known: string) => `document : ${known} ; répétable`,
    format: 'docx ou md (par défaut : docx)',
    out: 'dossier où écrire (par défaut : exports/travail dans le portfolio)',
    subject: 'ce que la fiche concerne, si elle n’en porte plus la marque',
    yes: 'enregistre les différences sans poser de question',
    dryRun: 'montre les différences et n’enregistre rien',
    choose:
      'texte à garder s’il a changé des deux côtés : fiche, portfolio, ou CHAMP=fiche ; répétable',
    rest: 'où ranger le texte hors des champs : un champ, notes (privées), ou laisser (dans la fiche seule)',
  },
  expected: {
    format: 'docx ou md',
    choose: 'fiche, portfolio, ou un champ et l’un des deux (contexte=fiche)',
    rest: (fields: string) => `notes, laisser, ou un champ de la fiche : ${fields}`,
  },
  fileName: ({ id }: Worksheet['subject'], format: string) => `fiche-${id}.${format}`,
  title: ({ subject, title }: Worksheet) =>
    subject.kind === 'activity' ? `${subject.id} · ${title}` : (titles[`${subject.id}-jury`] ?? subject.id),
  subtitle: ({ candidate, certification }: Worksheet) => `Fiche de rédaction · ${candidate} · ${certification}`,
  intro: ({ subject }: Worksheet, format: string) => [
    'Écrivez sous chaque question ; laissez vide ce que vous ne savez pas encore. Gras, italique, listes et liens sont repris. Pour citer une preuve, tapez son numéro entre doubles crochets, comme [[P07]].',
    `Gardez les titres, ils disent où va votre texte. Puis enregistrez en .${format} et lancez : acquis ${
      subject.kind === 'activity' ? 'activity' : 'document'
    } import, suivi du nom de ce fichier. Rien n’est enregistré sans vous être montré.`,
  ],
  markNote: 'Repère de la fiche, à laisser tel quel :',
  page: 'Page ',
  label: ({ key, competence }: WorksheetField, kind: Worksheet['subject']['kind']): string => {
    if (competence) return [competence.mark, competence.short].filter((part) => part !== '').join(' · ');
    const known = kind === 'activity' ? activityFields[key] : headings[key];
    return known ?? capital(fieldLabel(key) ?? key);
  },
  ask: {
    title: 'Court, avec un verbe : « Ouvrir un deuxième local ».',
    period: 'Début et fin, par exemple : mars 2021 – juin 2022. Si cela dure encore : mars 2021 – en cours.',
    claim: 'En une ou deux phrases : que faites-vous dans cette activité qui montre cette compétence ?',
    statement: (text: string) => `« ${text} »`,
    section: (key: string, document: string): string | undefined =>
      (document === 'memoire' || document === 'ecrit-reflexif' ? planned : sections)[key as DocumentSection],
  },
  period: ({ start, end }: Period) => {
    if (end === start) return longDate(start);
    return `${longDate(start)} – ${end === undefined ? 'en cours' : longDate(end)}`;
  },
  ongoing: 'en cours',
  standing: {
    changed: 'modifié dans la fiche',
    added: 'écrit dans la fiche',
    removed: 'vidé dans la fiche',
    conflict: 'modifié des deux côtés',
    behind: 'modifié dans le portfolio depuis, la fiche ne change rien',
    absent: 'titre absent de la fiche : le portfolio ne change pas',
  },
  sides: { form: 'Dans la fiche :', portfolio: 'Dans le portfolio :' },
  emptySide: '(rien)',
  keep: { fiche: 'Le texte de la fiche', portfolio: 'Le texte du portfolio' },
  head: (title: string, count: number) =>
    count === 0
      ? `${title} : aucune différence avec le portfolio.`
      : `${title} : ${count} ${count === 1 ? 'différence' : 'différences'} avec le portfolio.`,
  unknownBase:
    'Cette fiche n’a plus de repère : le programme ne sait pas avec quel texte elle a été faite. Tout ce qui diffère vous est soumis.',
  restHead: 'Texte hors des champs :',
  places: {
    before: () => 'avant le premier titre',
    heading: (heading: string) => `sous le titre « ${heading} », qui n’est pas de la fiche`,
    repeated: (heading: string) => `sous le titre « ${heading} », qui revient une deuxième fois`,
    end: () => 'après la fin de la fiche',
    footnote: () => 'dans une note de bas de page',
    endnote: () => 'dans une note de fin',
    textbox: () => 'dans une zone de texte',
    header: () => 'dans l’en-tête',
    footer: () => 'dans le pied de page',
  },
  notices: {
    comment: (author: string, text: string) => `Commentaire de ${author}, non repris : « ${text} »`,
    insertions: (count: number) =>
      `Suivi des modifications : ${count === 1 ? 'une insertion acceptée' : `${count} insertions acceptées`}.`,
    deletions: (count: number) =>
      `Suivi des modifications : ${count === 1 ? 'un passage supprimé est laissé de côté' : `${count} passages supprimés sont laissés de côté`}.`,
    images: (count: number) =>
      `${count === 1 ? 'Une image n’est pas reprise' : `${count} images ne sont pas reprises`} : ajoutez-la comme preuve (acquis evidence add).`,
    objects: (count: number) =>
      `${count === 1 ? 'Un objet incorporé n’est pas repris' : `${count} objets incorporés ne sont pas repris`} (tableur, équation).`,
    macros: () => 'Ce fichier contient des macros : elles n’ont pas été lues.',
  },
  nothing: 'Rien à enregistrer.',
  notSaved: 'Rien n’a été enregistré.',
  saved: (count: number, withRest: boolean) =>
    [
      count === 0 ? '' : count === 1 ? 'Un champ enregistré.' : `${count} champs enregistrés.`,
      withRest ? 'Le texte hors des champs est rangé où vous l’avez dit.' : '',
      'La version précédente du portfolio est gardée.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  next: (kind: Worksheet['subject']['kind']) =>
    `Remplissez la fiche, enregistrez-la, puis : acquis ${kind} import FICHE. Vous verrez les différences avant d’enregistrer.`,
  restTo: {
    notes: 'Dans vos notes privées (aucun document ne les imprime)',
    leave: 'Nulle part : il reste dans la fiche seulement',
    field: (label: string) => `À la fin de « ${label} »`,
  },
  restLeft: 'Le texte hors des champs reste dans la fiche seulement ; il n’est pas dans le portfolio.',
  reasons: {
    archive: 'archive abîmée ou incomplète',
    checksum: 'contenu altéré',
    doctype: 'contenu interdit (déclaration DOCTYPE)',
    encoding: 'texte illisible',
    encrypted: 'fichier protégé par un mot de passe',
    'no-document': 'aucun document Word dedans',
    'too-deep': 'contenu emboîté à l’excès',
    'too-large': 'contenu démesuré',
    'too-many': 'contenu démesuré',
    xml: 'contenu abîmé',
  } as Readonly<Record<string, string>>,
  formats: {
    doc: 'un ancien fichier Word (.doc)',
    odt: 'un fichier LibreOffice (.odt)',
    rtf: 'un fichier RTF',
    pdf: 'un PDF',
    pages: 'un fichier Pages',
    other: 'un fichier d’un autre format',
  } as Readonly<Record<string, string>>,
} as const; // prettier-ignore

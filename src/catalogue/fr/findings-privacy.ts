/** What `check --privacy` finds, and what no program finds. */
import type { FindingArgs, FindingCode } from '../../domain/findings.ts';
import type { PersonalKind } from '../../domain/privacy/sighting.ts';
import { fieldLabel } from './fields.ts';
import type { Sentence } from './sentence.ts';

type Arg = string | number | undefined;

const personalKinds: Readonly<Record<PersonalKind, string>> = {
  nir: 'numéro de sécurité sociale',
  iban: 'compte bancaire (IBAN)',
  siret: 'numéro SIRET',
  siren: 'numéro SIREN',
  email: 'adresse électronique',
  phone: 'numéro de téléphone',
  'birth-date': 'date de naissance',
  address: 'adresse postale',
  name: 'nom de votre liste',
};

const kindOf = (kind: Arg): string =>
  (personalKinds as Readonly<Record<string, string>>)[String(kind)] ?? String(kind);

/** « A5, contexte, ligne 2, colonne 14 ». */
const inField = (path: string, { field, line, column }: FindingArgs): string => {
  const entry = /^(?:organisations|experiences|activities|evidence|reviews)\.([^.]+)/u.exec(path)?.[1];
  const name = fieldLabel(String(field)) ?? (String(field) || path);
  const place = [entry ?? path, name].filter((part, index, all) => all.indexOf(part) === index).join(', ');
  return `${place}, ligne ${line}, colonne ${column}`;
};

/** « P07, page 2 » ; the file's name where several could be meant. */
const inProof = ({ id, page, line, count }: FindingArgs): string =>
  `${id}${page === undefined ? `, ligne ${line}` : `, page ${page}`}${Number(count) > 1 ? ` (${count} fois dans la pièce)` : ''}`;

const seen = ({ kind, value, excerpt }: FindingArgs): string =>
  `${kindOf(kind)}, « ${value} »${excerpt === undefined || excerpt === value ? '' : ` (« ${excerpt} »)`}`;

const AGREEMENTS: Readonly<Record<string, string>> = {
  words: 'elle porte les mots de quelqu’un, et son accord n’est pas noté',
  papers: 'c’est un document interne, et l’accord de l’employeur ou du partenaire n’est pas noté',
};

const UNREAD: Readonly<Record<string, string>> = {
  encrypted: 'elle est protégée par un mot de passe',
  broken: 'le fichier est abîmé',
  'too-large': 'elle est trop grande',
  unsupported: 'Acquis ne sait pas lire le texte de ce type de fichier',
  long: 'seul son début a été parcouru, le reste est trop long',
};

export const privacyFindings: Record<
  Extract<FindingCode, `privacy-${string}`>,
  (args: FindingArgs) => Sentence
> = {
  'privacy-text-exposed': (args) => ({
    message: `${inField(String(args['where']), args)} : ${seen(args)}.`,
    hint: 'Retirez-le : aucun jury n’en a besoin, et export --final le refuse.',
  }),
  'privacy-text': (args) => ({
    message: `${inField(String(args['where']), args)} : ${seen(args)}.`,
    hint: 'Retirez-le ou remplacez-le, sauf si la personne ou l’organisation accepte qu’il soit lu.',
  }),
  'privacy-name': (args) => ({
    message: `${inField(String(args['where']), args)} : ${seen(args)}.`,
    hint: 'Vos documents diront son pseudonyme à la place ; portfolio.yaml garde le nom.',
  }),
  'privacy-proof-exposed': (args) => ({
    message: `${inProof(args)} : ${seen(args)} ; cette pièce sera jointe.`,
    hint: 'Masquez-le dans une version à montrer : acquis evidence edit, --public-file. export --final le refuse.',
  }),
  'privacy-redaction': (args) => ({
    message: `${inProof(args)} : la version à montrer (${args['file']}) laisse lire ${seen(args)}. Un cache noir posé sur un PDF ne retire pas le texte dessous.`,
    hint: 'Refaites-la en supprimant le texte : imprimez puis numérisez la page caviardée, ou exportez-la en image.',
  }),
  'privacy-proof': (args) => ({
    message: `${inProof(args)} : ${seen(args)} ; ${args['role'] === 'redacted' ? `la version à montrer (${args['file']}) le laisse lire` : 'cette pièce sera jointe'}.`,
    hint: 'Masquez-le dans une version à montrer (--public-file), ou vérifiez que la personne accepte.',
  }),
  'privacy-original': (args) => ({
    message: `${inProof(args)} : ${seen(args)}, dans l’original, qui n’est joint à rien.`,
    hint: 'À masquer dans la version à montrer que vous préparerez.',
  }),
  'privacy-no-text': ({ id, title, pages }) => ({
    message: `${id} (${title}) : aucun texte lisible dans ${pages === undefined ? 'cette pièce' : `${String(pages).includes(',') ? 'les pages' : 'la page'} ${pages}`} : à relire à l’œil.`,
    hint: 'Une page numérisée ou une photo peut montrer des noms, des visages, des adresses.',
  }),
  'privacy-unread': ({ id, title, reason }) => ({
    message: `${id} (${title}) n’a pas été relue : ${UNREAD[String(reason)] ?? reason}.`,
    hint: 'Relisez-la vous-même avant de la joindre.',
  }),
  'privacy-author': ({ id, title, value }) => ({
    message: `${id} (${title}) : les propriétés du fichier nomment ${value}.`,
    hint: 'L’export les retire de ce qu’il joint ; le fichier lui-même les garde si vous l’envoyez.',
  }),
  'privacy-position': ({ id, title }) => ({
    message: `${id} (${title}) : la photo dit où elle a été prise (position GPS).`,
    hint: 'L’export la retire de ce qu’il joint ; le fichier lui-même la garde si vous l’envoyez.',
  }),
  'privacy-authorisation': ({ id, title, agreement }) => ({
    message: `${id} (${title}) sera jointe : ${AGREEMENTS[String(agreement)] ?? agreement}.`,
    hint: `Demandez-le et notez-le : acquis evidence edit . ${id} --authorisation-who NOM --authorisation-date AAAA-MM-JJ ; ou ne joignez pas la pièce.`,
  }),
};

/** Said at every end: what is found is not all there is. */
export const privacyReminders = {
  title: 'Ce qu’aucun programme ne trouve',
  intro: 'Un texte pseudonymisé n’est pas anonyme. Relisez en vous demandant qui pourrait s’y reconnaître :',
  lines: [
    'une personne que sa fonction, son parcours, une date ou un lieu suffit à désigner, même sans son nom',
    'la santé, le handicap, les addictions, la grossesse de quelqu’un',
    'l’origine, la nationalité, le titre de séjour, la religion, les opinions, l’appartenance syndicale, la vie affective',
    'une situation sociale ou judiciaire : dettes, hébergement, violences, placement, peine',
    'un enfant, un petit village, une équipe de trois : plus le groupe est petit, plus vite on reconnaît',
    'ce qu’une image, un tampon, une signature ou l’écriture à la main laisse voir',
  ],
  clean: 'Aucune donnée personnelle n’a été trouvée dans les textes ni dans le texte des pièces.',
  section: 'Confidentialité',
  csv: [
    'gravite',
    'code',
    'chemin',
    'nature',
    'valeur',
    'page',
    'ligne',
    'colonne',
    'extrait',
    'message',
    'remede',
  ],
} as const;

/** What `check` says of the bytes of proofs and of what they are worth. */
import type { FindingArgs, FindingCode } from '../../domain/findings.ts';
import { longDate } from './dates.ts';
import { fileTypes, unprintable } from './file-types.ts';
import type { Sentence } from './sentence.ts';
import { counted } from './quantities.ts';

type Arg = string | number | undefined;

const lookUp = (table: Readonly<Record<string, string>>, key: Arg): string =>
  Object.hasOwn(table, String(key)) ? (table[String(key)] ?? '') : String(key);

/** The command that puts another file in the place of this one. */
const replace = (id: Arg, option: Arg): string => `acquis evidence edit . ${id} ${option} FICHIER`;

const waited = ({ from, state, days: count }: FindingArgs): string => {
  const whom = from ? ` à ${from}` : '';
  if (state === 'promise') return `, promise${from ? ` par ${from}` : ''}`;
  if (state !== 'demandée') return whom && `, à demander${whom}`;
  return `, demandée${whom}${count === '' ? '' : Number(count) < 1 ? ' aujourd’hui' : ` il y a ${counted(count, 'jour', 'jours')}`}`;
};

const promised = ({ promisedFor, late }: FindingArgs): string => {
  if (!promisedFor) return '';
  return late ? ` (promise pour ${longDate(String(promisedFor))} : ${counted(late, 'jour', 'jours')} de retard)` : ` (promise pour ${longDate(String(promisedFor))})`; // prettier-ignore
};

const AGREEMENTS: Readonly<Record<string, string>> = {
  photo: 'une photo montre peut-être des personnes',
  vidéo: 'une vidéo montre peut-être des personnes',
  témoignage: 'un témoignage engage qui l’a écrit',
};

type Code = Extract<
  FindingCode,
  | 'evidence-awaited' | 'evidence-empty' | 'evidence-cut' | 'evidence-encrypted' | 'evidence-mistyped' | 'evidence-huge'
  | 'evidence-duplicate' | 'evidence-public-same' | 'evidence-not-printable' | 'evidence-unauthorised' | 'evidence-crowded'
  | 'competence-light'
>; // prettier-ignore

export const proofFindings: Record<Code, (args: FindingArgs) => Sentence> = {
  'evidence-awaited': (args) => ({
    message: `${args['id']} (${args['title']}) n’est pas encore reçue${waited(args)}${promised(args)}.`,
    hint: 'Qui relancer, avec le message à copier : acquis evidence list --awaited. Quand elle arrive : acquis evidence edit, --file.',
  }),
  'evidence-empty': ({ id, file, option }) => ({
    message: `${id} : ${file} est vide (0 octet).`,
    hint: `Reprenez l’original, ou redemandez-le : ${replace(id, option)}.`,
  }),
  'evidence-cut': ({ id, file, type, option }) => ({
    message: `${id} : ${file} est ${lookUp(fileTypes, type)} qui s’arrête avant sa fin ; il ne s’ouvrira sans doute pas.`,
    hint: `L’envoi ou la copie s’est interrompu : reprenez l’original, puis ${replace(id, option)}.`,
  }),
  'evidence-encrypted': ({ id, file, option }) => ({
    message: `${id} : ${file} est protégé (mot de passe ou restrictions) ; personne ne pourra le lire dans vos annexes.`,
    hint: `Ouvrez-le avec son mot de passe, imprimez-le au format PDF, puis ${replace(id, option)}.`,
  }),
  'evidence-mistyped': ({ id, file, type, extension, option }) => ({
    message: `${id} : ${file} n’est pas ce que dit son extension (.${extension}) : c’est ${lookUp(fileTypes, type)}.`,
    hint: `Ouvrez-le pour vérifier, renommez l’original avec la bonne extension, puis ${replace(id, option)}.`,
  }),
  'evidence-huge': ({ id, file, megabytes, limit }) => ({
    message: `${id} : ${file} pèse ${megabytes} Mo ; le dépôt France VAE accepte ${limit} Mo par fichier.`,
    hint: 'Numérisez en 150 points par pouce, ou ne gardez que les pages utiles : acquis evidence edit, --public-file.',
  }),
  'evidence-duplicate': ({ id, other }) => ({
    message: `${id} et ${other} sont le même fichier, octet pour octet.`,
    hint: `Une pièce peut montrer plusieurs compétences : gardez ${other}, reliez-la (--shows) et retirez ${id}.`,
  }),
  'evidence-public-same': ({ id }) => ({
    message: `${id} : la version à montrer est l’original lui-même ; elle n’est donc pas montrée.`,
    hint: `Masquez d’abord les noms et les données dans une copie, puis ${replace(id, '--public-file')}.`,
  }),
  'evidence-not-printable': ({ ids, family, count }) => {
    const { what, remedy } = unprintable[family as keyof typeof unprintable] ?? unprintable.unknown;
    return {
      message: `${ids} : ${Number(count) > 1 ? 'ces pièces ne peuvent' : 'cette pièce ne peut'} pas entrer telle${Number(count) > 1 ? 's' : ''} quelle${Number(count) > 1 ? 's' : ''} dans les annexes (${what}).`,
      hint: `${remedy}, puis acquis evidence edit, --public-file : la version d’origine reste dans le dossier.`,
    };
  },
  'evidence-unauthorised': ({ id, title, kind }) => ({
    message: `${id} (${title}) : ${lookUp(AGREEMENTS, kind)} ; aucun accord n’est noté.`,
    hint: `Demandez-le et notez-le : acquis evidence edit . ${id} --authorisation-who NOM --authorisation-kind ${kind === 'témoignage' ? 'témoignage' : 'image'}.`,
  }),
  'evidence-crowded': ({ id, title, count }) => ({
    message: `${id} (${title}) sert à montrer ${count} compétences.`,
    hint: 'Le jury s’en lassera : variez les pièces, ou citez à chaque fois la page à regarder.',
  }),
  'competence-light': ({ id, evidence }) => ({
    message: `${id} ne repose que sur des pièces d’appui (${evidence}).`,
    hint: 'Une production datée, un compte rendu ou une attestation la rendrait plus solide.',
  }),
};

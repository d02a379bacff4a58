import type { ErrorArgs } from '../../app/errors.ts';
import type { Sentence } from './sentence.ts';

export const sourceErrors = {
  'source-of-own-templates': () => ({
    message: '--embed-source ne va pas avec --templates : personne ne sait ce que vos modèles montrent.',
    hint: 'Retirez l’une des deux options ; avec les modèles d’acquis, le PDF emporte ce qu’il montre et rien d’autre.',
  }),
  'source-without-pdf': () => ({
    message: '--embed-source ne concerne que les PDF, et aucun n’est demandé.',
    hint: 'Ajoutez --format pdf.',
  }),
  'pdf-too-large': ({ file }) => ({
    message: `${file} dépasse 500 Mo : ce n’est pas un PDF fait par acquis.`,
    hint: 'Reprenez le fichier tel qu’il a été fabriqué.',
  }),
  'pdf-without-source': ({ file }) => ({
    message: `${file} ne porte pas les données dont il a été fait ; rien n’a été écrit.`,
    hint: 'Seul un PDF fabriqué avec acquis export --embed-source les porte, et « imprimer en PDF » les perd : reprenez le fichier d’origine.',
  }),
  'pdf-encrypted': ({ file }) => ({
    message: `${file} est protégé par un mot de passe ou par des restrictions ; rien n’a été écrit.`,
    hint: 'Ouvrez-le dans un lecteur de PDF, enregistrez-en une copie sans protection et donnez cette copie.',
  }),
  'pdf-source-altered': ({ file, part }) => ({
    message: `${file} : la pièce jointe ${part} a été modifiée ou manque ; rien n’a été écrit.`,
    hint: 'Reprenez le fichier tel qu’il a été fabriqué.',
  }),
  'pdf-source-several': ({ file }) => ({
    message: `${file} porte les données de plusieurs documents ; rien n’a été écrit.`,
    hint: 'Ce PDF en réunit sans doute deux : donnez-les séparément.',
  }),
  'pdf-source-version': ({ file, version }) => ({
    message: `${file} a été fabriqué par une autre version d’acquis (données jointes en version ${version}) ; rien n’a été écrit.`,
    hint: 'Mettez acquis à jour.',
  }),
} satisfies Readonly<Record<string, (args: ErrorArgs) => Sentence>>;

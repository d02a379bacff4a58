import type { TemplateDefectCode } from '../../app/defects.ts';
import type { ErrorArgs } from '../../app/errors.ts';
import { diskReason } from './disk.ts';

type Say = (defect: { readonly found: string; readonly args: ErrorArgs }) => string;

const near = ({ suggestion }: ErrorArgs, otherwise = ''): string =>
  suggestion === undefined ? otherwise : ` Vouliez-vous écrire « ${suggestion} » ?`;

const PLACES: Readonly<Record<string, string>> = {
  tag: 'dans une balise, hors des guillemets d’un attribut : écrivez attribut="{{…}}"',
  style: 'dans un style ou un script : une donnée n’y a pas sa place',
  address:
    'au début d’une adresse : commencez-la par « # », « https://un-site/ », « mailto: » ou « tel: », ou passez par l’aide image',
};

/** What is wrong in a template and what to do, by code. */
export const templateDefects: Record<TemplateDefectCode, Say> = {
  'template-many': ({ args }) =>
    `Le dossier contient plus de ${args['limit']} fichiers : est-ce bien un jeu de modèles ?`,
  'template-large': ({ args }) => `C’est plus que les ${args['limit']} Ko permis : allégez ce fichier.`,
  'template-not-plain': ({ args }) =>
    `Ce n’est pas un fichier ordinaire (${diskReason(args['reason'])}) : mettez-y le fichier lui-même.`,
  'template-stray': ({ args }) =>
    `Aucun document ne se sert de ce fichier.${near(args, ' Les noms possibles sont ceux qu’écrit acquis templates copy.')}`,
  'template-deep': ({ args }) =>
    `Plus de ${args['limit']} blocs sont ouverts les uns dans les autres : il manque sans doute des fermetures ({{/if}}, {{/each}}).`,
  'template-syntax': ({ found }) =>
    `Écriture incorrecte${found === '' ? '' : ` vers « ${found} »`} : relisez les accolades et les guillemets de cette ligne et de la précédente.`,
  'template-unclosed': ({ found, args }) =>
    `« ${found} » est ouvert, mais c’est « ${args['close']} » qui est fermé.`,
  'template-head': () =>
    'La page doit commencer par <!DOCTYPE html>, <html lang="fr"> et <head>, dans cet ordre et sans rien avant.',
  'template-field': ({ found, args }) =>
    `Le champ « ${found} » n’existe pas.${near(args, ' Les champs sont énumérés dans champs.md (acquis templates copy).')}`,
  'template-field-here': ({ found, args }) =>
    `Le champ « ${found} » n’existe pas à cet endroit : voyez dans quel bloc ({{#each}}, {{#with}}) vous êtes.${near(args)}`,
  'template-helper': ({ found, args }) =>
    `L’aide « ${found} » n’existe pas.${near(args, ' Les aides sont énumérées dans LISEZMOI.md (acquis templates copy).')}`,
  'template-argument': ({ found }) =>
    `L’aide « ${found} » n’accepte pas ce qui lui est donné : un champ absent se teste d’abord avec {{#if}}.`,
  'template-partial': ({ found, args }) =>
    `Le fragment « ${found} » n’existe pas : il faudrait un fichier ${found}.hbs.${near(args)}`,
  'template-image': ({ found, args }) =>
    `« ${found} » n’est pas dans le dossier des modèles.${near(args, ' Placez-y l’image (PNG ou JPEG, 2 Mo au plus).')}`,
  'template-image-name': () =>
    'L’aide image attend le nom d’un fichier entre guillemets : {{image "logo.png"}}.',
  'template-image-kind': () =>
    'Ce fichier n’est pas ce que dit son nom : il faut une image PNG ou JPEG, ou une police WOFF2 ou WOFF.',
  'template-raw': ({ found }) =>
    `« ${found} » est imprimé sans protection ({{{…}}} ou {{&…}}) : une donnée pourrait y glisser du HTML. Écrivez {{${found}}}, ou {{prose ${found} 2}} pour un texte mis en forme.`,
  'template-inline': () =>
    'Les fragments écrits sur place ({{#*inline}}) ne sont pas acceptés : mettez-les dans un fichier à part.',
  'template-dynamic': () => 'Le nom d’un fragment s’écrit en toutes lettres : {{> shared/cover}}.',
  'template-place': ({ found, args }) => `« ${found} » est ${PLACES[String(args['place'])] ?? 'mal placé'}.`,
  'template-forbidden': ({ found }) =>
    `${found} n’est pas accepté : un document ne contient ni programme, ni cadre, ni formulaire, ni feuille de style extérieure.`,
  'template-network': ({ found }) =>
    `« ${found} » : rien n’est chargé du réseau ni d’un autre dossier. Mettez le fichier dans le dossier des modèles : {{image "logo.png"}} dans une page, url("logo.png") dans une feuille de style.`,
  'template-alt': () =>
    'Cette image n’a pas de texte de remplacement : ajoutez alt="…" (vide si elle est décorative).',
  'template-recursion': () => 'Un fragment s’appelle lui-même sans fin.',
  'template-slow': ({ args }) =>
    `Le modèle demande plus de ${args['seconds']} secondes : il répète sans doute des listes dans des listes.`,
  'template-output': ({ args }) =>
    `Le document dépasse ${args['limit']} millions de signes : un fragment est sans doute appelé bien plus souvent que voulu.`,
};

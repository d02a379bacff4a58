/** Headings of the free sections, and what is still to write in those of a plan. */
import type { DocumentSection } from '../../../domain/document-settings.ts';
import type { ECRIT_REFLEXIF_PLAN } from '../../../domain/documents/ecrit-reflexif-plan.ts';
import type { MEMOIRE_PLAN } from '../../../domain/documents/memoire-plan.ts';

type PlannedCode = (typeof MEMOIRE_PLAN | typeof ECRIT_REFLEXIF_PLAN)['sections'][number]['code'];

export const sections: Record<DocumentSection, string> = {
  introduction: 'Introduction',
  motivations: 'Motivations',
  career: 'Parcours',
  context: 'Contexte et organisation',
  diagnosis: 'Diagnostic',
  problem: 'Problématique',
  framework: 'Cadre théorique et réglementaire',
  method: 'Méthodologie',
  plan: 'Plan d’actions',
  implementation: 'Mise en œuvre et résultats',
  reflection: 'Analyse réflexive',
  situation: 'Situation choisie',
  story: 'Récit',
  analysis: 'Analyse',
  theory: 'Éclairage théorique',
  learning: 'Apprentissages',
  transfer: 'Transfert',
  synthesis: 'Synthèse réflexive',
  project: 'Projet',
  conclusion: 'Conclusion',
  acknowledgements: 'Remerciements',
  glossary: 'Glossaire',
  bibliography: 'Bibliographie',
};

/** Said to the candidate; printed in a working plan only. */
export const guidance: Record<PlannedCode | 'bibliography', string> = {
  introduction:
    'Dites qui vous êtes, d’où vient le sujet et pourquoi il compte pour vous et pour votre organisation ; annoncez la question traitée et le plan.',
  context:
    'Présentez l’organisation (statut, projet, gouvernance, financements, territoire), puis votre place : ce que vous décidez seul ou seule, ce que vous proposez, à qui vous rendez compte.',
  diagnosis:
    'Montrez comment vous avez compris la situation : sources, méthode, acteurs rencontrés, forces et faiblesses, menaces et possibilités. Séparez les faits de votre lecture des faits.',
  problem:
    'Formulez en une phrase la question que le diagnostic fait apparaître, puis deux ou trois hypothèses que la suite permettra de confirmer ou d’écarter.',
  framework:
    'Appuyez-vous sur quelques notions, auteurs et textes de droit choisis parce qu’ils éclairent votre question ; dites ce que chacun vous a fait voir.',
  method:
    'Expliquez comment vous avez travaillé : entretiens, enquêtes, données, comités ; pourquoi ces choix, avec quelles limites, et votre part exacte dans le travail commun.',
  plan: 'Présentez les solutions envisagées, celle que vous avez retenue et pourquoi ; puis objectifs, actions, responsables, calendrier, budget, risques et parades.',
  implementation:
    'Racontez ce qui a été fait et mesurez-le : indicateurs avant et après, écarts avec le prévu, décisions prises en cours de route, retours des personnes concernées.',
  reflection:
    'Prenez de la distance : ce qui a marché et pourquoi, ce que vous referiez autrement, ce que vous avez appris de vous au travail et où vous l’avez réutilisé.',
  conclusion:
    'Répondez à la question de départ, dites ce que la réponse ne couvre pas, et ouvrez sur votre projet.',
  situation:
    'Choisissez une seule situation de travail, précise et datée ; dites où, quand, avec qui, ce qui était en jeu, et pourquoi c’est elle que vous retenez parmi d’autres.',
  story:
    'Racontez à la première personne ce que vous avez fait, dans l’ordre : ce que vous avez vu, décidé, dit, tenté, et ce qui s’est passé. Gardez les explications pour la suite.',
  analysis:
    'Revenez sur le récit : écarts entre le prévu et le fait, choix et solutions écartées, place de chacun, ce que vous avez ressenti et ce que cela vous a fait faire.',
  theory:
    'Prenez deux ou trois notions, auteurs ou textes de droit, et relisez la situation avec chacun : que montre-t-il que vous n’aviez pas vu ?',
  learning:
    'Dites ce que cette situation vous a appris sur le travail, sur les autres et sur vous, et ce que vous feriez autrement.',
  transfer:
    'Montrez où vous avez déjà réutilisé ce que vous avez appris, et dans quelles situations à venir vous le réutiliseriez, à quelles conditions.',
  bibliography:
    'Citez les ouvrages, articles, rapports et textes que vous avez lus et utilisés, sous une forme constante (auteur, titre, éditeur, année).',
};

/** Where a text that may be taken up comes from. */
export const excerptSources = {
  candidate: 'Votre présentation',
  'dossier-validation': 'Dans votre dossier de validation',
  portfolio: 'Dans votre portfolio',
} as const;

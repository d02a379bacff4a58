import type { FindingArgs, FindingCode } from '../../domain/findings.ts';
import { longDate } from './dates.ts';
import { annexFault } from './documents/annex-faults.ts';
import { organigramme } from './documents/organigramme.ts';
import { finalFindings } from './findings-final.ts';
import { proofFindings } from './findings-proofs.ts';
import { privacyFindings } from './findings-privacy.ts';
import type { Sentence } from './sentence.ts';
import { counted } from './quantities.ts';

const FRAGILITIES: Record<string, string> = {
  'testimony-alone': 'elle ne repose que sur un témoignage',
  'image-alone': 'elle ne repose que sur une image ou un témoignage',
  'one-form-of-two': 'l’énoncé demande l’écrit et l’oral, une seule forme est montrée',
};

const day = (value: string | number | undefined): string => longDate(String(value));

/** The words of somebody, where there are any. */
const quoted = (excerpt: string | number | undefined): string => (excerpt ? ` : « ${excerpt} »` : '');

export const findings: Record<FindingCode, (args: FindingArgs) => Sentence> = {
  'portfolio-cut': ({ lines }) => ({
    message: `portfolio.yaml a perdu sa fin depuis le dernier enregistrement, par un autre programme (${lines === 1 ? 'la dernière ligne manque' : `${lines} lignes manquent`}) : ce qui suit ne tient compte que du reste.`,
    hint: 'acquis undo DOSSIER remet le texte enregistré. Si vous avez retiré ces lignes vous-même : acquis verify DOSSIER --accept.',
  }),
  'registration-closed': ({ code, expires, successor, eligible }) => ({
    message: `${code} n’est plus enregistrée depuis le ${day(expires)}${eligible ? ` et la recevabilité (${day(eligible)}) est postérieure` : ' et aucune recevabilité antérieure n’est indiquée'} : cette certification ne peut plus être demandée.`,
    hint: successor
      ? `Visez ${successor}, qui la remplace ; son référentiel diffère, rien n’est reporté d’office.`
      : 'Demandez au certificateur quelle certification la remplace.',
  }),
  'registration-ended': ({ code, expires, successor, eligible }) => ({
    message: `${code} n’est plus enregistrée depuis le ${day(expires)} ; recevable depuis le ${day(eligible)}, vous pouvez aller au bout.`,
    hint: `Faites confirmer la date limite par le certificateur${successor ? ` ; la certification qui remplace est ${successor}` : ''}.`,
  }),
  'registration-expiring': ({ code, expires }) => ({
    message: `L’enregistrement de ${code} prend fin le ${day(expires)}.`,
    hint: 'Une VAE dure souvent six à huit mois ou plus : obtenez la recevabilité avant cette date.',
  }),
  'registration-replaced': ({ code, successor, expires }) => ({
    message: `${code} est remplacée par ${successor} ; elle reste ouverte jusqu’au ${day(expires)}.`,
    hint: 'Demandez au certificateur laquelle viser.',
  }),
  'templates-ignored': ({ name }) => ({
    message: `Le dossier du portfolio contient des modèles de documents (${name}) : ils n’ont pas été utilisés.`,
    hint: 'Un dossier reçu n’impose pas ses pages. Si ce sont les vôtres, sortez-les du portfolio et donnez-les par --templates.',
  }),
  'referential-differs': ({ code }) => ({
    message: `Le référentiel gardé dans ce dossier (referentiel.json) n’est pas celui d’Acquis pour ${code}.`,
    hint: 'Il a été modifié, ou vient d’une autre version d’Acquis : comparez les énoncés avant de vous fier au bilan.',
  }),
  'competence-absent': ({ id }) => ({
    message: `${id} est à documenter : aucune activité ne la montre.`,
    hint: 'Racontez une activité qui la montre, ou reliez-en une : acquis walk.',
  }),
  'competence-unsupported': ({ id, activities, evidence }) => ({
    message: evidence
      ? `${id} est reliée à ${activities}, mais aucune de ses pièces (${evidence}) n’est utilisable.`
      : `${id} est reliée à ${activities}, sans pièce qui l’étaie.`,
    hint: evidence
      ? 'Apportez le fichier manquant, ou reliez une autre pièce.'
      : 'Reliez une pièce, ou notez-en une à demander : acquis evidence add.',
  }),
  'competence-fragile': ({ id, reason, evidence }) => ({
    message: `${id} : preuve à renforcer, ${FRAGILITIES[String(reason)] ?? reason} (${evidence}).`,
    hint: 'Ajoutez une pièce d’une autre nature : une production à vous, un compte rendu, une attestation.',
  }),
  'block-thin': ({ code }) => ({
    message: `${code} est bien moins étayé que vos autres blocs.`,
    hint: 'Un dossier déséquilibré mène souvent à un résultat partiel : reprenez ce bloc.',
  }),
  'evidence-missing': ({ id, file }) => ({
    message: `${id} : le fichier ${file} est introuvable.`,
    hint: 'Remettez-le à cette place, ou corrigez le chemin.',
  }),
  'evidence-altered': ({ id, file }) => ({
    message: `${id} : ${file} n’est plus le fichier enregistré (son contenu a changé).`,
    hint: 'Remettez la version d’origine, ou enregistrez la nouvelle : acquis evidence edit.',
  }),
  'evidence-outside': ({ id, file }) => ({
    message: `${id} : ${file} mène hors du dossier ; il n’a pas été lu.`,
    hint: 'Copiez la pièce dans preuves/ : acquis evidence edit.',
  }),
  'evidence-not-a-file': ({ id, file }) => ({
    message: `${id} : ${file} n’est pas un fichier ordinaire.`,
    hint: 'Indiquez un document, une image ou une archive.',
  }),
  'organigramme-unreadable': ({ id, file, reason }) => ({
    message: `${id} : l’organigramme ${file} ne peut pas être montré, ${(organigramme as Record<string, string>)[String(reason)] ?? reason}.`,
    hint: `Donnez une image PNG, JPEG ou WebP : acquis organisation edit . ${id} --organigramme FICHIER ; ou retirez-le.`,
  }),
  'organigramme-withheld': ({ id, file }) => ({
    message: `${id} a un pseudonyme : son organigramme (${file}) est laissé hors des documents, des noms peuvent s’y lire.`,
    hint: 'Retirez-le, ou ôtez le pseudonyme si l’organisation accepte d’être nommée.',
  }),
  'annexes-without-place': ({ document }) => ({
    message: `Vos modèles ne gardent pas de place aux pages des annexes : ${document} les nomme sans les reproduire.`,
    hint: 'Reprenez shared/annexes.hbs des modèles d’Acquis (acquis templates copy), ou demandez --annexes liste.',
  }),
  'annex-apart': ({ id, title, fault }) => ({
    message: `${id} (${title}) est nommée dans les annexes sans y être reproduite : ${annexFault(fault).why}.`,
    hint: annexFault(fault).remedy,
  }),
  'evidence-orphan': ({ id, title }) => ({
    message: `${id} (${title}) n’est reliée à rien : ni expérience, ni activité, ni compétence.`,
    hint: 'Reliez-la à ce qu’elle montre (acquis evidence edit, --shows), ou retirez-la.',
  }),
  'evidence-undated': ({ id, title }) => ({
    message: `${id} (${title}) n’a pas de date.`,
    hint: 'Datez-la (acquis evidence edit, --date) : un jury situe une pièce dans le temps.',
  }),
  'evidence-untyped': ({ id, title }) => ({
    message: `${id} (${title}) n’a pas de nature.`,
    hint: 'Dites ce que c’est : production, compte rendu, attestation…',
  }),
  'evidence-to-anonymise': ({ id, title }) => ({
    message: `${id} (${title}) est à anonymiser avant d’être montrée.`,
    hint: `Préparez une version sans nom ni donnée sensible, puis acquis evidence edit . ${id} --public-file FICHIER.`,
  }),
  'evidence-withheld': ({ id, title }) => ({
    message: `${id} (${title}) est à ne pas joindre : elle n’étaie aucune compétence.`,
    hint: 'Cherchez une autre pièce, ou un extrait qui peut être montré.',
  }),
  'evidence-confidentiality-unknown': ({ id, title }) => ({
    message: `${id} (${title}) : on ne sait pas si elle peut être montrée.`,
    hint: 'Choisissez publiable, à anonymiser ou à ne pas joindre : acquis evidence edit, --confidentiality.',
  }),
  'evidence-unexplained': ({ id, title }) => ({
    message: `${id} (${title}) ne dit pas ce qu’elle montre.`,
    hint: 'Ajoutez quelques mots pour chaque compétence reliée : acquis evidence edit, --shows.',
  }),
  'activity-we': ({ id, title, count }) => ({
    message: `${id} (${title}) dit « nous » plus souvent que « je » : ${counted(count, 'occurrence', 'occurrences')} à reprendre.`,
    hint: 'Dites ce que vous avez fait, vous : le jury évalue une personne.',
  }),
  'activity-without-competence': ({ id, title }) => ({
    message: `${id} (${title}) n’est reliée à aucune compétence.`,
    hint: 'Reliez-la, ou gardez-la comme contexte.',
  }),
  'activity-crowded': ({ id, title, count }) => ({
    message: `${id} (${title}) porte ${count} compétences.`,
    hint: 'Au-delà de huit, le récit les montre mal : partagez-le en deux activités.',
  }),
  'activity-without-experience': ({ id, title }) => ({
    message: `${id} (${title}) n’est rattachée à aucune expérience.`,
    hint: 'Dites dans quel poste, mandat ou engagement elle a eu lieu : acquis activity edit, --experience.',
  }),
  'activity-unanalysed': ({ id, title }) => ({
    message: `${id} (${title}) décrit sans analyser encore.`,
    hint: 'Ajoutez les résultats, l’analyse, et une difficulté ou un apprentissage.',
  }),
  'activity-without-figure': ({ id, title }) => ({
    message: `${id} (${title}) : les résultats ne comportent aucun chiffre.`,
    hint: 'Un avant et un après, un nombre, un délai : un repère suffit.',
  }),
  'claim-missing': ({ id, title, count }) => ({
    message: `${id} (${title}) : ${counted(count, 'compétence reliée', 'compétences reliées')} sans la phrase qui la montre.`,
    hint: 'Écrivez pour chacune une phrase : « j’ai… ».',
  }),
  'citation-unknown': ({ id, path }) => ({
    message: `Le texte cite [[${id}]] (${path}), qui n’est pas une pièce du portfolio.`,
    hint: 'Corrigez l’identifiant, ou ajoutez la pièce.',
  }),
  'experience-without-activity': ({ id, title }) => ({
    message: `${id} (${title}) : aucune activité racontée.`,
    hint: 'Racontez-en une, ou gardez l’expérience comme étape du parcours.',
  }),
  'experience-without-proof': ({ id, title }) => ({
    message: `${id} (${title}) : aucune pièce ne l’atteste.`,
    hint: 'Ajoutez un contrat, une attestation d’employeur ou de bénévolat : acquis evidence add, --experience.',
  }),
  'feasibility-unanswered': ({ code }) => ({
    message: `${code} : dites si vous l’avez exercé (oui, partiellement, non).`,
    hint: 'Répondez dans feasibility.blocks, avec un commentaire.',
  }),
  'feasibility-uncommented': ({ code }) => ({
    message: `${code} : la réponse n’a pas de commentaire.`,
    hint: 'Autonomie, exemples concrets, outils, méthodes : sans commentaire, le dossier est incomplet.',
  }),
  'feasibility-comment-long': ({ code, length, limit }) => ({
    message: `${code} : le commentaire compte ${length} signes, la plateforme en accepte ${limit}.`,
    hint: 'Raccourcissez-le.',
  }),
  'review-open': ({ id, target, author, date, excerpt, change, changed }) => ({
    message: `${target} : ${change ? 'changement demandé' : 'remarque'} par ${author} le ${day(date)}${quoted(excerpt)} (${id})${changed ? ' ; le texte a changé depuis' : ''}.`,
    hint: 'Répondez : acquis review answer, ou au passage dans acquis walk.',
  }),
  'review-answered': ({ id, target, author, date, excerpt }) => ({
    message: `${target} : ${author} a répondu le ${day(date)}${quoted(excerpt)} (${id}).`,
    hint: 'Au conseil de conclure : acquis review settle, ou acquis review answer pour poursuivre.',
  }),
  'review-crossed': ({ id, target, author, date, excerpt }) => ({
    message: `${target} : réglé d’un côté, tandis que ${author} écrivait de l’autre le ${day(date)}${quoted(excerpt)} (${id}).`,
    hint: 'Lisez les deux (acquis review list), puis tranchez : acquis review settle ou reopen.',
  }),
  'review-target-gone': ({ id, target }) => ({
    message: `${target} n’existe plus, et une remarque en parle encore (${id}).`,
    hint: 'Dites ce qu’il est devenu (acquis review answer) ; le conseil conclura.',
  }),
  'review-altered': ({ id, target, events }) => ({
    message: `${target} : un même message (${events}) existe en deux versions (${id}) ; les deux sont gardées.`,
    hint: 'Comparez-les (acquis review list) et demandez à qui l’a écrit laquelle vaut.',
  }),
  'assessment-elsewhere': ({ where, label }) => ({
    message: `${where} : modalité prévue par la fiche « ${label} ».`,
    hint: 'Elle se passe en personne : demandez au certificateur si elle vaut aussi en VAE.',
  }),
  'prerequisite-validation': ({ text }) => ({
    message: `Prérequis à la validation : ${text}`,
    hint: 'Vérifiez-le auprès du certificateur.',
  }),
  'prerequisite-training': ({ text }) => ({
    message: `Prérequis d’entrée en formation (pour information en VAE) : ${text}`,
    hint: 'Il ne conditionne pas une VAE.',
  }),
  ...proofFindings,
  ...finalFindings,
  ...privacyFindings,
};

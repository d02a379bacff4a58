/** What changed in a folder since another day, in words. */
import type { Changes, GradeChange } from '../../domain/cohort/changes.ts';
import type { Since } from '../../domain/cohort/row.ts';
import { GRADES } from '../../domain/coverage.ts';
import { check } from './check.ts';
import { longDate } from './dates.ts';
import { counted } from './quantities.ts';

/** `RNCP38126BC01-C02` → `BC01-C02`. */
export const mark = (id: string, certification: string): string =>
  id.startsWith(certification) && id.length > certification.length ? id.slice(certification.length) : id;

const byGrade = (
  changes: readonly GradeChange[],
  verb: { readonly one: string; readonly many: string },
  certification: string,
): string[] =>
  GRADES.flatMap((grade) => {
    const ids = changes
      .filter(({ to }) => to === grade)
      .map(({ competence }) => mark(competence, certification));
    return ids.length === 0
      ? []
      : [
          `${counted(ids.length, `compétence ${verb.one}`, `compétences ${verb.many}`)} à « ${check.grades[grade]} » : ${ids.join(', ')}`,
        ];
  });

const UP = { one: 'passe', many: 'passent' };
const DOWN = { one: 'revient', many: 'reviennent' };

const listed = (ids: readonly string[], one: string, many: string): string[] =>
  ids.length === 0 ? [] : [`${counted(ids.length, one, many)} (${ids.join(', ')})`];

export const changePhrases = (changes: Changes, certification: string): readonly string[] => [
  ...(changes.formerCertification === undefined
    ? []
    : [`certification changée (${changes.formerCertification} avant)`]),
  ...byGrade(changes.up, UP, certification),
  ...byGrade(changes.down, DOWN, certification),
  ...listed(changes.activities.added, 'activité ajoutée', 'activités ajoutées'),
  ...listed(changes.activities.removed, 'activité retirée', 'activités retirées'),
  ...listed(changes.proofs.added, 'preuve reçue', 'preuves reçues'),
  ...listed(changes.proofs.removed, 'preuve retirée', 'preuves retirées'),
  ...(changes.answers.written === 0
    ? []
    : [counted(changes.answers.written, 'texte écrit', 'textes écrits')]),
  ...(changes.answers.rewritten === 0
    ? []
    : [counted(changes.answers.rewritten, 'texte repris', 'textes repris')]),
  ...(changes.answers.erased === 0
    ? []
    : [counted(changes.answers.erased, 'texte effacé', 'textes effacés')]),
];

export const reach = ({ reach: how, on }: Since): string => {
  const day = on === undefined ? '' : longDate(on);
  switch (how) {
    case 'known':
      return '';
    case 'new':
      return on === undefined ? 'nouveau dossier' : `nouveau dossier : rien n’était écrit avant le ${day}`;
    case 'partly':
      return `l’historique ne remonte qu’au ${day} ; ce qui suit est compté depuis ce jour`;
    case 'unknown':
      return 'pas d’historique dans le dossier reçu';
    case 'unreadable':
      return 'l’état de départ n’est pas lisible';
  }
};

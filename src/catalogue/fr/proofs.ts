import type { Strength } from '../../domain/evidence/kinds.ts';
import type { Request, RequestGroup } from '../../domain/evidence/awaited.ts';
import { longDate } from './dates.ts';
import { counted } from './quantities.ts';

/** What a proof is worth, and who still has to send one. */
export const proofs = {
  /** Said of a proof among others, never of a person: the jury weighs. */
  strengths: {
    5: 'très probante',
    4: 'probante',
    3: 'solide',
    2: 'appui',
    1: 'illustration',
  } satisfies Record<Strength, string>,
  publicVersion: (note: string | undefined) =>
    note === undefined ? 'version à montrer prête' : `version à montrer : ${note}`,
  /** Where it has got to, on the line of a list. */
  asked: ({ state, from, days: count, promisedFor, late }: Omit<Request, 'competences'>): string => {
    const whom = from === undefined ? '' : ` ${state === 'promise' ? 'par' : 'à'} ${from}`;
    const since =
      state === 'à demander' || count === undefined ? '' : count < 1 ? ', aujourd’hui' : `, il y a ${counted(count, 'jour', 'jours')}`;
    const due = promisedFor === undefined ? '' : `, pour ${longDate(promisedFor)}`;
    return `${state}${whom}${state === 'promise' ? due : since + due}${late === undefined ? '' : ` (${counted(late, 'jour', 'jours')} de retard)`}`;
  }, // prettier-ignore
  awaited: {
    heading: ({ from, proofs: { length } }: RequestGroup) =>
      `${from?.trim().replaceAll(/\s+/gu, ' ') ?? 'Sans personne nommée'} (${length}\u00a0${length > 1 ? 'pièces' : 'pièce'})`,
    none: 'Aucune pièce n’est attendue.',
    nobody: 'Dites à qui les demander : acquis evidence edit . PIÈCE --asked-from NOM',
    for: (competences: string) => `pour ${competences}`,
    copy: 'Message à copier :',
    /** Lines of a message from the candidate; `again`: somebody has been asked before. */
    message: ({
      titles,
      name,
      certification,
      deadline,
      again,
    }: {
      readonly titles: readonly string[];
      readonly name: string;
      readonly certification: string;
      readonly deadline: string | undefined;
      readonly again: boolean;
    }): readonly string[] => [
      'Bonjour,',
      again
        ? `Je me permets de revenir vers vous : je prépare un dossier de VAE (${certification}), et il me manque encore ${titles.length > 1 ? 'ces documents' : 'ce document'} :`
        : `Je prépare un dossier de VAE (${certification}). Pour montrer ce que j’ai fait, j’aurais besoin de votre part ${titles.length > 1 ? 'de ces documents' : 'de ce document'} :`,
      ...titles.map((title) => `- ${title}`),
      `${deadline === undefined ? 'Pourriez-vous me répondre quand cela vous est possible ?' : `Pourriez-vous me répondre avant le ${longDate(deadline)} ?`} Si un document contient des informations confidentielles, dites-le-moi : je ne joindrai qu’une version masquée.`,
      'Merci beaucoup,',
      name,
    ],
  },
  /** After `evidence add|edit`. */
  settled: {
    askedToday: (date: string) =>
      `Notée comme demandée le ${longDate(date)} ; un autre jour : --asked-on AAAA-MM-JJ.`,
    received: (date: string) => `Notée comme reçue le ${longDate(date)}.`,
  },
} as const;

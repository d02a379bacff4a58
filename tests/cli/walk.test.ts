import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { StoredPortfolio } from '../../src/domain/portfolio.ts';
import {
  documentOf, give, keys, line, long, newFolder, nextQuestion, startAcquis, type Answer,
} from '../support/interview.ts'; // prettier-ignore
import { KEYS } from '../support/pty.ts';

const paragraphs = (what: string): string =>
  `${what} : premier paragraphe, « été ».\n\nDeuxième.\n\nTroisième, fin.`;
const pasted = (what: string): string => paragraphs(what).replaceAll('\n\n', ' ');
const scanned = (folder: string): string => join(dirname(folder), 'Bilan 2023.pdf');

/** One interview, question by question, as Ana answers it; every text is three pasted paragraphs. */
const answersFor = (folder: string): [RegExp, Answer][] => [
  [/Par où continuer/, keys(KEYS.enter)],
  [/Dans quelle organisation/, line(paragraphs('Organisation'))],
  [/Quel était votre poste/, line(paragraphs('Poste'))],
  [/À quel titre/, keys(KEYS.enter)],
  [/Depuis quand/, line('mars 2021')],
  [/Jusqu’à quand/, keys(KEYS.enter)],
  [/Avez-vous exercé un autre poste/, keys(KEYS.enter)],
  [/Dans quels profils/, keys(KEYS.down, KEYS.space, KEYS.enter)],
  [/Activité n° 1/, line(paragraphs('Titre'))],
  [/Activité n° 2/, line('Redresser le budget')],
  [/Activité n° 3/, keys(KEYS.enter)],
  [/que peut-elle montrer ici/, keys(KEYS.space, KEYS.enter)],
  [/Prendre deux minutes/, keys(KEYS.enter)],
  [/où en êtes-vous/, keys(KEYS.down, KEYS.enter)],
  [/premier PDF/, keys(KEYS.down, KEYS.enter)],
  [/L’inventaire est fait/, keys(KEYS.enter)],
  [/Dans quelle activité/, keys(KEYS.enter)],
  [/compléter le récit maintenant/, keys(KEYS.enter)],
  [/quand cela a-t-il commencé/, line('2022')],
  [/quand cela s’est-il terminé/, line('06/2023')],
  [/Le contexte/, long(paragraphs('Contexte'))],
  [/Votre rôle/, long(paragraphs('Rôle'))],
  [/Les acteurs/, long(paragraphs('Acteurs'))],
  [/Les moyens/, long(paragraphs('Moyens'))],
  [/Le but/, long(paragraphs('But'))],
  [/La démarche/, long(paragraphs('Démarche'))],
  [/Les difficultés/, long(paragraphs('Difficultés'))],
  [/Les résultats/, long(paragraphs('Résultats'))],
  [/L’analyse/, long(paragraphs('Analyse'))],
  [/Ce que vous en retenez/, long(paragraphs('Leçon'))],
  [/En une phrase/, long(paragraphs('Phrase'))],
  [/Quelle pièce le montre/, keys(KEYS.enter)],
  [/Quel titre porte cette pièce/, line(paragraphs('Pièce'))],
  [/Où se trouve cette pièce/, keys(KEYS.enter)],
  [/Quel fichier/, line(`'${scanned(folder)}'`)],
  [/De quelle sorte/, keys(KEYS.enter)],
  [/De quand date-t-elle/, line('18/03/2023')],
  [/Qui l’a faite/, keys(KEYS.enter)],
  [/Que montre-t-elle/, line(paragraphs('Elle montre'))],
  [/Peut-on la joindre/, keys(KEYS.enter)],
];

/** Which question, and of which activity: a title alone begins several. */
const keyOf = (question: string): string =>
  answersFor('').find(([pattern]) => pattern.test(question.slice(0, 160)))?.[0].source +
  question.slice(0, 60);

const answerTo = (question: string, answers: readonly [RegExp, Answer][]): Answer => {
  const found = answers.find(([pattern]) => pattern.test(question.slice(0, 160)));
  if (!found) throw new Error(`unexpected question: ${question}`);
  return found[1];
};

const prepare = (): string => {
  const folder = newFolder('RNCP38126');
  writeFileSync(scanned(folder), '%PDF-1.4 fictif\n');
  return folder;
};
const isLast = (question: string): boolean => question.startsWith('? Et maintenant');
/** Asked again after a kill, and changing nothing: they only lead back to the place. */
const LEADS_BACK =
  /Par où continuer|Avez-vous exercé|Activité n° 3|Prendre deux minutes|Dans quelle activité|Quelle pièce le montre|Où se trouve|compléter le récit/;

describe('a first walk and a whole competence, key by key', () => {
  test(
    'in one sitting, with bracketed pastes; then killed at every question, without brackets',
    { timeout: 240_000 },
    async () => {
      const folder = prepare();
      const killed = `${folder}-tue`;
      cpSync(folder, killed, { recursive: true });
      writeFileSync(scanned(killed), '%PDF-1.4 fictif\n');

      const after = new Map<string, string>();
      const pty = startAcquis(['walk', folder, '--block', 'BC01'], { rows: 40 });
      let question: string | undefined;
      for (;;) {
        question = await nextQuestion(pty, question);
        if (isLast(question)) break;
        await give(pty, answerTo(question, answersFor(folder)), true);
        const next = await nextQuestion(pty, question);
        if (!LEADS_BACK.test(question)) after.set(keyOf(question), documentOf(folder));
        if (isLast(next)) break;
      }
      pty.send(KEYS.ctrlC);
      expect((await pty.ended).exitCode).toBe(130);
      expect(after.size).toBeGreaterThan(35);

      let sittings = 0;
      let lastAsked = '';
      for (let done = false; !done; sittings += 1) {
        const again = startAcquis(['walk', killed, '--block', 'BC01'], { rows: 40 });
        let asked = await nextQuestion(again, undefined);
        while (LEADS_BACK.test(asked)) {
          await give(again, answerTo(asked, answersFor(killed)), false);
          asked = await nextQuestion(again, asked);
        }
        await give(again, answerTo(asked, answersFor(killed)), false);
        done = isLast(await nextQuestion(again, asked)) || /Peut-on la joindre/.test(asked);
        await again.kill();
        expect(keyOf(asked), 'the place it goes on from').not.toBe(lastAsked);
        lastAsked = keyOf(asked);
        expect(documentOf(killed), asked).toBe(after.get(keyOf(asked)));
      }
      expect(sittings).toBeGreaterThan(33);
      expect(documentOf(killed)).toBe(documentOf(folder));
      expectAnswers(parse(documentOf(folder)) as StoredPortfolio, folder);
    },
  );
});

const expectAnswers = (portfolio: StoredPortfolio, folder: string): void => {
  const [activity] = portfolio.activities ?? [];
  expect(portfolio.organisations?.[0]?.name).toBe(pasted('Organisation'));
  expect(portfolio.experiences?.[0]).toMatchObject({ title: pasted('Poste'), start: '2021-03' });
  expect(portfolio.essProfile?.profiles).toEqual(['ESS-P02']);
  expect(portfolio.essProfile?.transversal).toHaveLength(7);
  expect(activity).toMatchObject({
    title: pasted('Titre'),
    context: paragraphs('Contexte'),
    learning: paragraphs('Leçon'),
    competences: [{ id: 'RNCP38126BC01-C01', claim: paragraphs('Phrase') }],
  });
  expect(portfolio.evidence?.[0]).toMatchObject({
    title: pasted('Pièce'),
    date: '2023-03-18',
    confidentiality: 'publiable',
    shows: [{ competence: 'RNCP38126BC01-C01', what: pasted('Elle montre') }],
  });
  expect(readdirSync(join(folder, 'preuves'))).toHaveLength(1);
};

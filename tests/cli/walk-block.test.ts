import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  documentOf,
  give,
  keys,
  line,
  long,
  newFolder,
  nextQuestion,
  startAcquis,
  type Answer,
} from '../support/interview.ts';
import { KEYS } from '../support/pty.ts';
import { runAcquis } from '../support/run-acquis.ts';

const NARRATIVE = [
  'context',
  'role',
  'stakeholders',
  'means',
  'goal',
  'approach',
  'difficulties',
  'results',
  'analysis',
  'learning',
];

/** The inventory is behind: one post, one activity told, one proof there. */
const told = (): string => {
  const folder = newFolder('RNCP38126');
  mkdirSync(join(folder, 'preuves'), { recursive: true });
  writeFileSync(join(folder, 'preuves', 'note.txt'), 'Note (fictive)\n');
  appendFileSync(
    join(folder, 'portfolio.yaml'),
    `experiences:
  - { id: X1, title: Directrice, start: 2021-03 }
activities:
  - id: A1
    title: Refonder la stratégie
    experiences: [X1]
    period: { start: 2022, end: 2023 }
${NARRATIVE.map((field) => `    ${field}: J’ai avancé de 12 pas.`).join('\n')}
evidence:
  - id: P01
    title: Note de diagnostic
    kind: production
    date: 2022-04
    file: { path: preuves/note.txt }
    activities: [A1]
    confidentiality: publiable
`,
  );
  return folder;
};

const ANSWERS: readonly [RegExp, Answer][] = [
  [/Par où continuer/, keys(KEYS.enter)],
  [/Dans quelle activité/, keys(KEYS.enter)],
  [/En une phrase/, long('J’ai montré cela moi-même.')],
  [/Quelle pièce le montre/, keys(KEYS.enter)],
  [/Laquelle/, keys(KEYS.enter)],
  [/Que montre-t-elle/, line('ce que j’ai fait')],
  [/Et maintenant/, keys(KEYS.enter)],
];

test(
  'a whole block, key by key: eight competences from nothing to étayée',
  { timeout: 120_000 },
  async () => {
    const folder = told();
    const pty = startAcquis(['walk', folder, '--block', 'BC01'], { rows: 40 });
    let question: string | undefined;
    const questions: string[] = [];
    for (;;) {
      const next = await Promise.race([
        nextQuestion(pty, question, 60_000).catch(() => undefined),
        pty.ended.then(() => undefined),
      ]);
      if (next === undefined) break;
      question = next;
      questions.push(question);
      const answer = ANSWERS.find(([pattern]) => pattern.test(next.slice(0, 160)));
      if (!answer) throw new Error(`unexpected question: ${next}`);
      await give(pty, answer[1], true);
    }
    expect((await pty.ended).exitCode).toBe(0);
    expect(questions.filter((one) => one.startsWith('? En une phrase'))).toHaveLength(8);
    const { stdout } = await runAcquis(['check', folder, '--format', 'json']);
    const [block] = JSON.parse(stdout).blocks as {
      state: string;
      competences: { grade: string; activities: string[] }[];
    }[];
    expect(block?.state).toBe('complete');
    expect(block?.competences.map(({ grade }) => grade)).toEqual(Array.from({ length: 8 }, () => 'analysed'));
    // The telling that was there is untouched; each competence got its sentence and says what the proof shows.
    expect(documentOf(folder)).toContain('    context: J’ai avancé de 12 pas.\n');
    expect(documentOf(folder).match(/claim: J’ai montré cela moi-même\./g)).toHaveLength(8);
    expect(documentOf(folder).match(/what: ce que j’ai fait/g)).toHaveLength(8);
  },
);

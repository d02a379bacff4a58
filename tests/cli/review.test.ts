import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAcquis, type Run } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

const ENV = { ACQUIS_AUTHOR: 'Claire Fictive' };
const textOf = (folder: string): string => readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
/** In the advisor's or the candidate's place, with the variable that names the advisor. */
const review = (...args: string[]): Promise<Run> => runAcquis(['review', ...args], { env: ENV });
const idOf = ({ stdout }: Run): string => stdout.trim();

interface Listed {
  readonly threads: readonly { about: string; state: string; standing: string; events: { kind: string }[] }[];
}
const listed = async (folder: string): Promise<Listed['threads']> =>
  (JSON.parse((await review('list', folder, '--format', 'json')).stdout) as Listed).threads;

describe('a conversation about a story', () => {
  test('goes to and fro by small files; the candidate reads it in the interview and in the check', async () => {
    const candidate = storyVariant('recit-a-rncp38126');
    const advisor = join(temporaryFolder(), 'copie');
    cpSync(candidate, advisor, { recursive: true });
    const untouched = textOf(candidate);

    const asked = await review('add', advisor, '--on', 'a3', '--ask-change', '--text', 'Donnez un chiffre.');
    expect(asked).toMatchObject({ status: 0, stdout: expect.stringMatching(/^R[0-9a-f]{10}\n$/) as unknown });
    const id = idOf(asked);
    const file = join(advisor, '..', 'relecture.yaml');
    expect(await review('export', advisor, '--out', file)).toMatchObject({ status: 0, stdout: `${file}\n` });
    expect((await review('export', advisor)).stdout).toBe(readFileSync(file, 'utf8'));

    expect(await review('import', candidate, file)).toMatchObject({ status: 0, stdout: `${id}\n` });
    expect(textOf(candidate).startsWith(untouched)).toBe(true);
    expect(await review('import', candidate, file)).toMatchObject({ status: 0, stdout: '' });

    const { stdout } = await runAcquis(['check', candidate, '--format', 'json', '--at', '2026-11-22']);
    const { findings } = JSON.parse(stdout) as { findings: { code: string }[] };
    expect(findings.find(({ code }) => code === 'review-open')).toMatchObject({
      severity: 'warning',
      path: `reviews.${id}`,
      args: { target: 'A3', author: 'Claire Fictive', excerpt: 'Donnez un chiffre.' },
    });

    const answers = join(candidate, 'réponses.yaml');
    writeFileSync(answers, '- review.answer: C’est fait.\n- competence.activity: :quitter\n');
    const walked = await runAcquis(['walk', candidate, '--answers', answers]);
    expect(walked.status).toBe(0);
    // Before the first question of the first competence that A3 shows.
    expect(walked.stderr).toMatch(/1 remarque de votre conseil attend[^]*BC01-C06[^]*Donnez un chiffre\./);
    expect(await listed(candidate)).toMatchObject([{ state: 'awaits-advisor', standing: 'same' }]);

    await review('settle', advisor, 'A3');
    const back = join(advisor, '..', 'retour.yaml');
    await review('export', candidate, '--out', back);
    const met = await review('import', advisor, back, '--format', 'json');
    expect(met.status).toBe(1);
    expect(JSON.parse(met.stdout)).toMatchObject({
      conflicts: [{ kind: 'crossed', thread: id, about: 'A3' }],
    });
    expect(await review('reopen', advisor, id, '--text', 'Lu.')).toMatchObject({ status: 0 });
    expect((await listed(advisor))[0]?.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['demande', 'réponse', 'réglé', 'rouvert']),
    );
  });

  test('can be held in French, in the current folder, from standard files', async () => {
    const folder = storyVariant('recit-a-rncp38126');
    writeFileSync(join(folder, 'mot.md'), 'Un bel\nensemble.\n');
    const here = (...args: string[]) => runAcquis(['relecture', ...args], { cwd: folder, env: ENV });
    expect(await here('ajouter', '--on', 'BC02', '--text', '@mot.md')).toMatchObject({ status: 0 });
    expect(await here('repondre', 'bc02', '--text', 'Merci.')).toMatchObject({ status: 0 });
    expect(await here('regler', 'BC02')).toMatchObject({ status: 0 });
    expect(await here('rouvrir', 'BC02', '--text', 'Encore.')).toMatchObject({ status: 0 });
    const { stdout } = await here('liste');
    expect(stdout).toMatch(
      /RNCP38126BC02[^]*Claire Fictive \(conseil\), remarque :\n {4}Un bel\n {4}ensemble\./,
    );
    expect(stdout).toContain('Noémie Valtreuil (candidature), réponse');
    expect((await here('liste', '--open')).stdout).not.toBe('');
  });
});

describe('what is missing or wrong is named, and nothing is written', () => {
  test.each([
    [['add', '--on', 'A3', '--text', 'Bien.'], 2, 'ACQUIS_AUTHOR'],
    [['add', '--author', 'C', '--text', 'Bien.'], 2, '--on'],
    [['add', '--author', 'C', '--on', 'A3'], 2, '--text'],
    [['add', '--author', 'C', '--on', 'A3', '--text', ' '], 2, '--text'],
    [['add', '--author', 'C', '--on', 'A99', '--text', 'Bien.'], 2, 'A99'],
    [
      ['add', '--author', 'C', '--on', 'A3', '--text', 'Bien.', '--role', 'jury'],
      2,
      'conseil ou candidature',
    ],
    [['answer', '--text', 'Bien.'], 2, 'fil'],
    [['answer', 'A3', '--text', 'Bien.'], 2, 'Fil de relecture inconnu'],
    [['import', 'absent.yaml'], 5, 'absent.yaml'],
    [['import', 'portfolio.yaml'], 3, 'portfolio.yaml'],
    [['export', '--out', 'portfolio.yaml'], 2, 'portfolio.yaml'],
    [['list', '--format', 'pdf'], 2, 'text ou json'],
    [['note', '--on', 'A99', '--text', 'Bien.'], 2, 'A99'],
  ])('%j', async (args, status, named) => {
    const folder = storyVariant('recit-a-rncp38126');
    const before = textOf(folder);
    const run = await runAcquis(['review', ...args], {
      cwd: folder,
      env: { ACQUIS_NOTES: join(folder, 'n') },
    });
    expect(run).toMatchObject({ status, stdout: '' });
    expect(run.stderr).toContain(named);
    expect(textOf(folder)).toBe(before);
  });

  test('a hostile text cannot command the terminal', async () => {
    const folder = storyVariant('recit-a-rncp38126');
    const text = 'Bien\u001b[2J\u202e.';
    await review('add', folder, '--on', 'A3', '--text', text, '--author', 'C\u001b]0;x\u0007');
    for (const args of [
      ['review', 'list', folder],
      ['check', folder],
    ]) {
      const { stdout, stderr } = await runAcquis(args);
      expect(stdout + stderr).toContain('Bien');
      for (const sign of ['\u001b', '\u0007', '\u202e']) expect(stdout + stderr).not.toContain(sign);
    }
  });
});

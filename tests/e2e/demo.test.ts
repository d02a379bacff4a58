import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readPdf } from '../support/read-pdf.ts';
import { readStory } from '../support/stories.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Typography sets its own apostrophes and spaces; what is compared is the words. */
const words = (text: string): string => text.replaceAll(/[’']/gu, '’').replaceAll(/[\s\u00ad-]+/gu, '');

it('leaves the dossier and the plan of the mémoire of story A, and the rest that is called for, in the folder it names', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/demo.js'], { cwd: root });
  const named = [...stdout.matchAll(/^ {2}(\S+\.pdf) \(\d+ Ko\)$/gmu)].map((match) => match[1] ?? '');
  expect(named.map((path) => path.split('/').at(-1))).toEqual([
    'dossier-validation.pdf', 'portfolio.pdf', 'soutenance-diapositives.pdf', 'couverture.pdf',
    'ecrit-reflexif-plan.pdf', 'memoire-plan.pdf', 'soutenance-fiche.pdf', 'soutenance-plan.pdf',
  ]); // prettier-ignore
  const [dossier, plan] = await Promise.all(
    ['dossier-validation.pdf', 'memoire-plan.pdf'].map(async (name) =>
      readPdf(await readFile(`${root}/${named.find((path) => path.endsWith(name)) ?? ''}`)),
    ),
  );
  const story = readStory('recit-a-rncp38126');
  const text = words(dossier?.text ?? '');
  const told = story.activities.flatMap(({ title, approach }) => [title, approach ?? '']);
  expect([story.candidate.name, ...told].filter((part) => !text.includes(words(part)))).toEqual([]);
  const outline = words(plan?.text ?? '');
  const wanted = ['Document de travail', story.candidate.name, 'Problématique'];
  expect(wanted.filter((part) => !outline.includes(words(part)))).toEqual([]);
}, 120_000);

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { elementsNamed, readXml } from '../support/read-xml.ts';
import { storyFolder } from '../support/stories.ts';
import {
  carryArtefacts,
  makeRunner,
  readWorkflow,
  runScript,
  substitute,
  type Ended,
  type Runner,
  type Step,
} from '../support/workflow.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin', 'acquis.js');
const { jobs } = readWorkflow(join(root, 'docs', 'examples', 'acquis.yml'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const desk = mkdtempSync(join(tmpdir(), 'acquis-workflow-'));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

/** A repository with both stories, one of them three times. */
const FOLDERS = ['ada', 'bérénice', 'camille', 'dominique'] as const;
const checkOut = (runner: Runner): void => {
  FOLDERS.forEach((name, index) => {
    const story = storyFolder(index === 1 ? 'recit-b-rncp41296' : 'recit-a-rncp38126');
    cpSync(story, join(runner.folder, 'dossiers', name), { recursive: true });
  });
};

const runSteps = async (
  all: readonly Step[],
  runner: Runner,
  values: Readonly<Record<string, number>>,
): Promise<Record<string, Ended>> => {
  const ended: Record<string, Ended> = {};
  for (const { name = '', run } of all)
    if (run !== undefined) ended[name] = await runScript(substitute(run, values), runner);
  return ended;
};

test(
  'the workflow checks and exports every folder once over its shards, and joins their reports',
  { timeout: 300_000 },
  async () => {
    const together = makeRunner(join(desk, 'ensemble'), bin);
    const job = jobs['portfolios'];
    const shards = job?.strategy?.matrix['shard'] ?? [];
    expect(shards).toEqual([1, 2, 3, 4]);
    for (const shard of shards) {
      const runner = makeRunner(join(desk, String(shard)), bin);
      checkOut(runner);
      const ended = await runSteps(job?.steps ?? [], runner, { 'matrix.shard': shard });
      const kept = readdirSync(join(runner.folder, 'rapports')).toSorted();
      expect(kept).toEqual([`check-${shard}.xml`, `export-${shard}.json`]);
      expect(readFileSync(join(desk, String(shard), 'npm.txt'), 'utf8')).toBe(
        `install --global acquis@${version}\n`,
      );
      const results = readXml(readFileSync(join(runner.folder, 'rapports', `check-${shard}.xml`), 'utf8'));
      const judged = elementsNamed('testcase', results).length;
      // Both stories lack something: where a shard has a folder, its check fails and its export does not.
      expect(ended).toMatchObject({
        'Installer Acquis': { status: 0 },
        'Trouver un navigateur': { status: 0 },
        Vérifier: { status: judged === 0 ? 0 : 1 },
        Exporter: { status: 0 },
        Résumer: { status: 0 },
      });
      expect(readFileSync(runner.summary, 'utf8').match(/^## /gmu) ?? []).toHaveLength(judged);
      const upload = job?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'));
      carryArtefacts(upload?.with?.['path'], runner.folder, together.folder);
    }
    const ended = await runSteps(jobs['ensemble']?.steps ?? [], together, {});
    expect(ended).toMatchObject({ 'Réunir les comptes rendus': { status: 0 } });
    expect(readFileSync(together.summary, 'utf8')).toBe('4 dossiers, 0 en échec.\n');
    const joined = JSON.parse(readFileSync(join(together.folder, 'export.json'), 'utf8')) as {
      items: { folder: string; status: string }[];
    };
    expect(joined.items.map(({ folder }) => folder).toSorted()).toEqual(
      FOLDERS.map((name) => `dossiers/${name}`),
    );
    const documents = readdirSync(join(together.folder, 'documents'), {
      recursive: true,
      encoding: 'utf8',
    });
    expect(documents.filter((name) => name.endsWith('dossier-validation.pdf'))).toHaveLength(FOLDERS.length);
  },
);

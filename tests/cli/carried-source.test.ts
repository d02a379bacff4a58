import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareExport } from '../../src/app/prepare-export.ts';
import type { PrintableDocument } from '../../src/app/ports/document-printer.ts';
import { createDocumentRenderer } from '../../src/render/document-renderer.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { pdfAround } from '../support/carried-pdf.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { shipped } from '../support/samples.ts';
import { storyFolder } from '../support/stories.ts';

const story = storyFolder('recit-a-rncp38126');

/** What `export --embed-source` attaches, in a PDF without a page. */
const pdfOfStory = async (place: string): Promise<string> => {
  const { documents } = await prepareExport(
    { store: openStore(() => Promise.resolve(shipped)), referentials: shipped, renderer: createDocumentRenderer() },
    { folder: story, documents: ['dossier-validation'], formats: ['pdf'], blocks: ['BC01'], out: undefined, embedSource: true, date: '2026-09-01' },
  ); // prettier-ignore
  const file = join(place, 'dossier.pdf');
  writeFileSync(file, pdfAround((documents[0]!.content as PrintableDocument).attachments ?? []));
  return file;
};

describe('a PDF that carries its source', () => {
  it('is restored into a new folder, and says how to make the document again', async () => {
    const place = temporaryFolder();
    const file = await pdfOfStory(place);
    const out = join(place, 'repris');
    const restored = await runAcquis(['restore', file, '--out', out]);
    expect(restored).toMatchObject({ status: 0, stdout: `${out}\n` });
    expect(restored.stderr.replaceAll(/\s+/gu, ' ')).toContain(
      '--document dossier-validation --block RNCP38126BC01 --annexes liste --at 2026-09-01 --embed-source',
    );
    expect((await runAcquis(['restore', file, '--out', out])).status).toBe(2);
    // What it names and does not hold is missing, not defective.
    const { status, stdout } = await runAcquis(['verify', out, '--format', 'json']);
    expect(status).toBe(3);
    const { files } = JSON.parse(stdout) as { files: { role: string; standing: string }[] };
    const standings = files.filter(({ role }) => role !== 'referential').map(({ standing }) => standing);
    expect(new Set(standings)).toEqual(new Set(['missing']));
  });

  it('says which proofs of a folder are the ones it lists', async () => {
    const place = temporaryFolder();
    const file = await pdfOfStory(place);
    const folder = join(place, 'dossier');
    cpSync(story, folder, { recursive: true });
    expect((await runAcquis(['verify', file])).status).toBe(0);
    expect((await runAcquis(['verify', file, '--folder', folder])).status).toBe(0);
    writeFileSync(join(folder, 'preuves/P03-note-diagnostic.pdf'), 'autre chose');
    const { status, stdout } = await runAcquis(['verify', file, '--folder', folder, '--format', 'json']);
    expect(status).toBe(3);
    const { target, proofs } = JSON.parse(stdout) as { target: string; proofs: { id: string; standing: string }[] }; // prettier-ignore
    expect(target).toBe('pdf');
    expect(proofs.filter(({ standing }) => standing !== 'intact')).toEqual([expect.objectContaining({ id: 'P03', standing: 'altered' })]); // prettier-ignore
    expect((await runAcquis(['verify', folder, '--folder', folder])).status).toBe(2);
  });

  it('is not asked for where nobody could say what it shows', async () => {
    const place = temporaryFolder();
    const asked = (...args: string[]) =>
      runAcquis(['export', story, '--embed-source', '--out', place, ...args]);
    expect((await asked('--templates', place)).status).toBe(2);
    expect((await asked('--format', 'html')).status).toBe(2);
  });
});

import { mkdtempSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PortfolioStore, ReferentialSource } from '../../src/app/ports/world.ts';
import { openStore } from '../../src/storage/portfolio/portfolio-store.ts';
import { buildPortfolio, smallReferential } from './build-portfolio.ts';

/** A new folder that goes away with the test. */
export const temporaryFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'acquis-essai-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Files by their path, in a folder that goes away with the test. */
export const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
};

export const readIn = (folder: string, path = 'portfolio.yaml'): string =>
  readFileSync(join(folder, path), 'utf8');

/** Knows the one small certification of the tests. */
export const testReferentials: ReferentialSource = {
  list: async () => [smallReferential()],
  find: async (code) => (code === 'ESSAI1' ? smallReferential() : undefined),
  essPortfolio: () => Promise.reject(new Error('not asked for in these tests')),
  accompaniment: () => Promise.reject(new Error('not asked for in these tests')),
};

export const testStore = (): PortfolioStore => openStore(async () => testReferentials);

/** A fresh portfolio as `init` would leave it. */
export const newFolder = async (): Promise<string> => {
  const folder = join(temporaryFolder(), 'dossier');
  await testStore().create(folder, buildPortfolio(), smallReferential());
  return folder;
};

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { storyFolder, type Story } from './stories.ts';

/** An empty folder that goes away with the test that asked for it. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'acquis-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A copy of an example with some of its text replaced; every replaced text must be there exactly once. */
export const storyVariant = (story: Story, replaced: Readonly<Record<string, string>> = {}): string => {
  const folder = temporaryFolder();
  cpSync(storyFolder(story), folder, { recursive: true });
  const file = join(folder, 'portfolio.yaml');
  let text = readFileSync(file, 'utf8');
  for (const [before, after] of Object.entries(replaced)) {
    if (text.split(before).length !== 2) throw new Error(`not exactly once in ${story}: ${before}`);
    text = text.replace(before, () => after);
  }
  writeFileSync(file, text);
  return folder;
};

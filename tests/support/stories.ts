import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Portfolio } from '../../src/domain/portfolio.ts';

export const STORIES = ['recit-a-rncp38126', 'recit-b-rncp41296'] as const;
export type Story = (typeof STORIES)[number];

/** Absolute folder of one of the two example portfolios. */
export const storyFolder = (story: Story): string =>
  fileURLToPath(new URL(`../../examples/${story}`, import.meta.url));

/** The example read straight from its YAML, without the store. */
export const readStory = (story: Story): Portfolio =>
  Portfolio.parse(
    parse(readFileSync(`${storyFolder(story)}/portfolio.yaml`, 'utf8'), { schema: 'failsafe' }),
  );

export const sentencesOf = (text: string): string[] => text.trim().split(/(?<=\.)\s+(?=\p{Lu})/u);

export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** The text the examples were made from; it is not part of the project and may be absent. */
export const storyText = (): string | undefined => {
  const file = ['../../../shared', '../../../../shared']
    .map((parent) => fileURLToPath(new URL(`${parent}/examples/recits-candidats.md`, import.meta.url)))
    .find((path) => existsSync(path));
  return file === undefined ? undefined : readFileSync(file, 'utf8');
};

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readPdf } from '../support/read-pdf.ts';

const root = mkdtempSync(join(tmpdir(), 'acquis-bare-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs there and gives back what was printed; a failure shows the end of it. */
const there = (...command: string[]): string => {
  const { status, stdout } = spawnSync(join('scripts', 'bare-machine.sh'), [root, ...command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`ended with ${status}:\n${stdout.slice(-8000)}`);
  return stripVTControlCharacters(stdout);
};

/** A minimal Debian with Node and npm alone: no browser, no font, no library of a browser. */
describe('a clone on a bare machine', () => {
  it('makes the demo’s documents, and passes its own tests', { timeout: 30 * 60_000 }, async () => {
    const said = there(
      'bash',
      '-c',
      'ls /usr/share/fonts; which chromium; npm ci && npm run demo && npm test',
    );
    expect(existsSync(join(root, 'usr/share/fonts'))).toBe(false);
    expect(said).toMatch(/Tests {2}.*\d+ passed/u);
    const made = [...said.matchAll(/^ +(demo\/\S+\.pdf)/gmu)].map(([, path]) => path ?? '');
    expect(made).toHaveLength(8);
    for (const path of made) {
      const { text, lang, tagged } = await readPdf(readFileSync(join(root, 'srv/acquis', path)));
      expect({ lang, tagged }).toEqual({ lang: 'fr', tagged: true });
      expect(text.length).toBeGreaterThan(500);
      expect(text).toMatch(/l’|d’/u);
    }
  });
});

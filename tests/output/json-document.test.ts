import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { array, assert, constantFrom, dictionary, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { jsonDocument } from '../../src/output/json-document.ts';
import { safeText } from '../../src/output/safe-text.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { storyVariant } from '../support/story-variant.ts';

const COMMANDS = '\u007f\u0085\u009b31m\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff';

test('whatever stands in it, a document commands no terminal and says the same once parsed', () => {
  const text = oneof(
    string({ unit: 'binary' }),
    string({ unit: constantFrom(...Array.from(COMMANDS), 'é', '\\', '"', '\n', '\t', '😀', '\ud800') }),
  );
  assert(
    property(dictionary(text, array(text)), (content) => {
      const json = jsonDocument(content);
      expect(safeText(json)).toBe(json);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(content)));
    }),
  );
});

test('every document that commands print is written so', () => {
  const [output, cli] = ['output', 'cli'].map((name) =>
    fileURLToPath(new URL(`../../src/${name}`, import.meta.url)),
  );
  const stringifying = [output!, cli!].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => /JSON\.stringify\([^;]*null,\s*2/u.test(readFileSync(join(folder, name), 'utf8'))),
  );
  expect(stringifying).toEqual(['json-document.ts']);
});

test('a name that would turn the line reaches a script whole, and the terminal as an escape', async () => {
  const folder = storyVariant('recit-a-rncp38126', {
    'name: Noémie Valtreuil': 'name: "Noémie \u202eliuertlaV"',
  });
  const { status, stdout } = await runAcquis(['cohort', folder, '--format', 'json']);
  expect(status).toBe(0);
  expect(safeText(stdout)).toBe(stdout);
  expect(JSON.parse(stdout)).toMatchObject({ folders: [{ name: 'Noémie \u202eliuertlaV' }] });
});

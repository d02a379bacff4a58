import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS } from '../../src/domain/evidence/kinds.ts';
import * as evidence from '../../src/domain/evidence.ts';
import * as portfolio from '../../src/domain/portfolio.ts';
import { words } from '../../src/catalogue/index.ts';

const source = new URL('../../src/', import.meta.url).pathname;
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** String literals that read like a French sentence: an accent or a curly apostrophe, and a space. */
const frenchIn = (code: string): string[] =>
  [...code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '').matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((text) => /[àâçéèêëîïôùûœ’«]/iu.test(text) && /\s/.test(text.trim()));

/** Values the YAML itself holds: they are data, written in code as they are in the file. */
const DATA: ReadonlySet<string> = new Set(
  Object.values({ ...portfolio, ...evidence, EVIDENCE_KINDS }).flatMap((value) =>
    Array.isArray(value) ? value : [],
  ),
);

describe('every user-facing word lives in the catalogue', () => {
  test('no French sentence stands elsewhere', () => {
    // Detectors look for what people write, and say nothing themselves.
    const code = files.filter((file) => !/^(?:catalogue\/|domain\/privacy\/find-)/u.test(file));
    expect(code.length).toBeGreaterThan(30);
    const strays = code.flatMap((file) =>
      frenchIn(readFileSync(join(source, file), 'utf8'))
        .filter((text) => !DATA.has(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(strays).toEqual([]);
  });

  test('and the search bites', () => {
    expect(frenchIn("say('Le dossier n’existe pas')")).toEqual(['Le dossier n’existe pas']);
    expect(frenchIn("// 'une note privée'\nconst kind = 'témoignage';")).toEqual([]);
  });
});

describe('every sentence is whole', () => {
  const args = new Proxy({}, { get: (_target, name) => (name === 'count' ? 2 : `2024-01-02`) });

  test.each([...Object.entries(words.findings), ...Object.entries(words.errors)])('%s', (_code, sentence) => {
    const { message, hint } = sentence(args);
    expect(message).toMatch(/^\S.*\S$/su);
    expect(hint).toMatch(/[.…)!?]$/u);
    expect(`${message}${hint}`).not.toMatch(/undefined|\[object/u);
    expect(`${message}${hint}`).not.toMatch(/·e|\bvalidée?s?\b/iu);
  });
});

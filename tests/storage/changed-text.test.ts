import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addEntity, removeEntity, replaceEntity } from '../../src/domain/edits.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { changedLines, editText, readText } from '../support/edit-text.ts';

const HAND_WRITTEN = readFileSync(
  new URL('../fixtures/hand-written/portfolio.yaml', import.meta.url),
  'utf8',
);

const candidate =
  (fields: Partial<Portfolio['candidate']>) =>
  (portfolio: Portfolio): Portfolio => ({ ...portfolio, candidate: { ...portfolio.candidate, ...fields } });

const activity =
  (id: string, fields: Partial<Portfolio['activities'][number]>) =>
  (portfolio: Portfolio): Portfolio =>
    replaceEntity(portfolio, 'activities', {
      ...portfolio.activities.find((one) => one.id === id)!,
      ...fields,
    });

describe('a hand-written file', () => {
  test('keeps every text as it was typed', () => {
    const portfolio = readText(HAND_WRITTEN);
    expect(portfolio.candidate).toMatchObject({ name: 'Null', postcode: '01000' });
    expect(portfolio.experiences[1]).toMatchObject({ title: '1.10' });
    expect(portfolio.experiences[1]?.description).toBe(
      'Ligne une\n  ligne deux, en retrait\n# ceci n’est pas un commentaire\n\nfin\n'.replace('’', "'"),
    );
    expect(portfolio.activities[0]).toMatchObject({ title: 'oui', context: 'Sur deux lignes' });
    expect(portfolio.evidence[0]).toMatchObject({ date: '2024-01-01', url: 'https://exemple.fr/#a' });
    expect(portfolio.notes).toBe('Des notes.\n\n');
  });

  test('is the same bytes when nothing changed', () => {
    expect(editText(HAND_WRITTEN, (portfolio) => structuredClone(portfolio))).toBe(HAND_WRITTEN);
  });

  const one = (name: string, edit: (p: Portfolio) => Portfolio, removed: string[], added: string[]): void => {
    test.each([
      ['LF', HAND_WRITTEN],
      ['CRLF', HAND_WRITTEN.replaceAll('\n', '\r\n')],
    ])(`${name} (%s)`, (_newline, text) => {
      const after = editText(text, edit);
      const changed = changedLines(text, after);
      const clean = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/\r$/, ''));
      expect({ removed: clean(changed.removed), added: clean(changed.added) }).toEqual({ removed, added });
      expect(readText(after)).toEqual(edit(readText(text)));
      if (text.includes('\r')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    });
  };

  one(
    'a quoted text with a comment behind it',
    candidate({ name: 'Zoé Null' }),
    ["      name: 'Null'          # c'est bien mon nom"],
    ["      name: Zoé Null          # c'est bien mon nom"],
  );
  one(
    'a plain text',
    candidate({ postcode: '01200' }),
    ['      postcode: 01000'],
    ['      postcode: "01200"'],
  );
  one(
    'a folded text becomes one line',
    candidate({ summary: 'Bref.' }),
    [
      '      summary: >-',
      '        Un résumé replié',
      '        sur deux lignes.',
      '',
      '        Et un second paragraphe.',
    ],
    ['      summary: Bref.'],
  );
  one(
    'a literal text',
    (portfolio) =>
      replaceEntity(portfolio, 'experiences', { ...portfolio.experiences[1]!, description: 'a\n\nb' }),
    [
      '        description: |',
      '            Ligne une',
      '              ligne deux, en retrait',
      "            # ceci n'est pas un commentaire",
      '',
      '            fin',
    ],
    ['        description: |-', '          a', '', '          b'],
  );
  one('a new field in the middle of an entry', activity('A1', { goal: 'Durer.' }), [], ['    goal: Durer.']);
  one('an empty field gets its value', (portfolio) =>
    replaceEntity(portfolio, 'organisations', { ...portfolio.organisations[0]!, legalForm: 'SCIC' }),
    ['  legalForm:'], ['  legalForm: SCIC']); // prettier-ignore
  one(
    'a removed field',
    candidate({ degrees: [] }),
    [`      degrees: [ "BTS", 'Licence' ]   # deux diplômes`],
    [],
  );
  one(
    'one more item in a flow list',
    candidate({ degrees: ['BTS', 'Licence', 'Master'] }),
    [`      degrees: [ "BTS", 'Licence' ]   # deux diplômes`],
    ['      degrees: [BTS, Licence, Master]   # deux diplômes'],
  );
  one(
    'one more item in a block list',
    activity('A1', { experiences: ['X1', 'X2', 'X3'] }),
    [],
    ['      - X3'],
  );
  one(
    'a competence linked to an activity that had none',
    activity('A2', { competences: [{ id: 'ESSAI1BC01-C01', claim: 'Deux\nlignes' }] }),
    [],
    [
      '    competences:',
      '      - id: ESSAI1BC01-C01',
      '        claim: |-',
      '          Deux',
      '          lignes',
    ],
  );
  one(
    'an entry at the end of a list',
    (portfolio) =>
      addEntity(portfolio, 'activities', {
        id: 'A3',
        title: 'Troisième : fin',
        experiences: [],
        competences: [],
      }),
    [],
    ['  - id: A3', '    title: "Troisième : fin"'],
  );
  one(
    'a list that did not exist',
    (portfolio) => ({
      ...portfolio,
      documents: { portfolio: { activities: ['A1'], introduction: 'Bonjour' } },
    }),
    [],
    ['documents:', '  portfolio:', '    activities: [A1]', '    introduction: Bonjour'],
  );
  one(
    'an entry taken away with its fields',
    (portfolio) => removeEntity(portfolio, 'activities', 'A2'),
    ['  - id: A2', '    title: Seconde'],
    [],
  );
  test('two far places at once leave everything else alone', () => {
    const after = editText(HAND_WRITTEN, (portfolio) =>
      activity('A2', { title: 'Suite' })(candidate({ phone: '0612345678' })(portfolio)),
    );
    expect(after).toBe(
      HAND_WRITTEN.replace('    title: Seconde', '    title: Suite').replace(
        '      degrees:',
        '      phone: "0612345678"\n      degrees:',
      ),
    );
  });

  test('texts too unusual to be changed in place keep their comments', () => {
    const after = editText(HAND_WRITTEN, (portfolio) => ({
      ...portfolio,
      experiences: portfolio.experiences.toReversed(),
    }));
    expect(readText(after).experiences.map(({ id }) => id)).toEqual(['X2', 'X1']);
    for (const comment of HAND_WRITTEN.matchAll(/(?<=^|\s)# .*$/gm)) expect(after).toContain(comment[0]);
  });

  test('a file without a last newline', () => {
    const text = HAND_WRITTEN.slice(0, HAND_WRITTEN.indexOf('notes:')).trimEnd();
    const after = editText(text, (portfolio) => ({ ...portfolio, notes: 'Fin' }));
    expect(after).toBe(`${text}\nnotes: Fin\n`);
    expect(editText(text, candidate({ city: 'Lyon' })).endsWith('- competence: ESSAI1BC01-C01')).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { NARRATIVE_FIELDS } from '../../../src/domain/portfolio.ts';
import { editDocx } from '../../support/edit-docx.ts';
import { toldPortfolio, toldText } from '../../support/told-activity.ts';
import { applied, differences, formOf, readBack } from '../../support/worksheets.ts';

const A1 = { kind: 'activity', id: 'A1' } as const;
const before = toldPortfolio();
const form = await formOf(before, A1, 'docx');
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const read = (edit: (xml: string) => string, portfolio = before) =>
  readBack(portfolio, A1, editDocx(form, edit));

describe('a form of Word that somebody wrote in', () => {
  test('changes exactly the words that were changed, in every field', async () => {
    const marks = [...NARRATIVE_FIELDS, 'claim un', 'claim deux'];
    const back = await read((xml) =>
      marks
        .reduce((text, mark) => text.replaceAll(`point, ${mark}<`, `point ajouté à ${mark}, l’été<`), xml)
        .replace('>Ouvrir un local à title<', '>Ouvrir un local à Noël<')
        .replace('mars 2021 – 2022', 'mars 2021 – en cours'),
    );
    const expected = (mark: string): string =>
      toldText(mark).replace(`point, ${mark}`, `point ajouté à ${mark}, l’été`);
    const [activity] = applied(back).activities;
    expect(activity).toEqual({
      ...before.activities[0],
      title: 'Ouvrir un local à Noël',
      period: { start: '2021-03' },
      ...Object.fromEntries(NARRATIVE_FIELDS.map((field) => [field, expected(field)])),
      competences: [
        { id: 'ESSAI1BC01-C01', claim: expected('claim un') },
        { id: 'ESSAI1BC01-C02', claim: expected('claim deux') },
      ],
    });
    expect(back.unrecognised).toEqual([]);
  });

  test('keeps what was inserted while changes were tracked, and leaves what was struck out', async () => {
    const back = await read((xml) =>
      xml.replace(
        '>Ouvrir un local à title</w:t></w:r>',
        '>Ouvrir un local</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> neuf</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText> à title</w:delText></w:r></w:del>',
      ),
    );
    expect(differences(back)).toEqual([['title', 'changed', 'Ouvrir un local neuf']]);
    expect(back.notices).toEqual([
      { code: 'insertions', count: 1 },
      { code: 'deletions', count: 1 },
    ]);
  });

  test('shows text under a heading of its own, before the first one and behind the last, and never takes it for an answer', async () => {
    const heading =
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Annexe à moi</w:t></w:r></w:p>';
    const back = await read((xml) =>
      xml
        .replace('<w:body>', `<w:body>${paragraph('En tête')}`)
        .replace(/(<w:p>(?:(?!<w:p>).)*?>Acteurs<)/u, `${heading}${paragraph('Perdu ?')}$1`)
        .replace('<w:sectPr>', `${paragraph('Après tout')}<w:sectPr>`),
    );
    expect(differences(back)).toEqual([]);
    expect(back.unrecognised).toEqual([
      { place: 'before', heading: '', text: 'En tête' },
      { place: 'heading', heading: 'Annexe à moi', text: '# Annexe à moi\n\nPerdu ?' },
      { place: 'end', heading: '', text: 'Après tout' },
    ]);
    const kept = applied(back, { sides: new Map(), rest: { to: 'field', key: 'learning' } });
    expect(kept.activities[0]?.learning).toBe(
      `${toldText('learning')}\n\nEn tête\n\n# Annexe à moi\n\nPerdu ?\n\nAprès tout`,
    );
    expect(applied(back, { sides: new Map(), rest: { to: 'notes' } }).notes).toContain('Perdu ?');
  });

  test('reads an answer typed behind its question, without the question', async () => {
    const asked = 'Les moyens : budget, outils, temps, règles ? Des ordres de grandeur suffisent.';
    const back = await read((xml) => xml.replace(asked, `${asked} Cent euros.`));
    expect(differences(back)).toEqual([['means', 'changed', `Cent euros.\n\n${toldText('means')}`]]);
  });

  test('a field whose heading is gone stays as it is in the portfolio', async () => {
    const back = await read((xml) =>
      xml.replace(/<w:p>(?:(?!<w:p>).)*?>Moyens<.*?(?=<w:p>(?:(?!<w:p>).)*?>But<)/u, ''),
    );
    expect(differences(back)).toEqual([['means', 'absent', '']]);
    expect(applied(back)).toEqual(before);
  });
});

describe('a portfolio that changed since the form was made', () => {
  const [told] = before.activities;
  const now = { ...before, activities: [{ ...told!, goal: 'Autre but', role: 'Autre rôle' }] };

  test('keeps what only it changed, takes what only the form changed, and asks where both did', async () => {
    const back = await read(
      (xml) => xml.replace('point, goal<', 'point revu<').replace('point, means<', 'moyen revu<'),
      now,
    );
    expect(differences(back).map(([key, standing]) => [key, standing])).toEqual([
      ['role', 'behind'],
      ['means', 'changed'],
      ['goal', 'conflict'],
    ]);
    const kept = applied(back, { sides: new Map([['goal', 'portfolio']]), rest: undefined }).activities[0];
    expect(kept).toMatchObject({ goal: 'Autre but', role: 'Autre rôle' });
    expect(kept?.means).toContain('moyen revu');
    const taken = applied(back, { sides: new Map([['goal', 'fiche']]), rest: undefined }).activities[0];
    expect(taken?.goal).toContain('point revu');
  });

  test('a form without its mark makes every difference a question', async () => {
    const bare = editDocx(
      editDocx(form, (xml) => xml.replace(/acquis-fiche\/1:[\w-]+/u, '')),
      () => '<Properties/>',
      'docProps/custom.xml',
    );
    const back = await readBack(now, A1, bare);
    expect(back.marked).toBe(false);
    expect(differences(back).map(([key, standing]) => [key, standing])).toEqual([
      ['role', 'conflict'],
      ['goal', 'conflict'],
    ]);
  });
});

import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { DocumentModel } from '../../src/domain/documents/document.ts';
import { DOCUMENTS } from '../../src/domain/documents/registry.ts';
import { readFlow } from '../../src/render/flow/read-flow.ts';
import { writeMarkdown } from '../../src/render/markdown-file/write-markdown.ts';
import { renderText } from '../../src/render/text-formats.ts';
import { fullPortfolio } from '../support/full-portfolio.ts';
import { ATTACKS, makeHostile } from '../support/hostile.ts';
import { coverageOf, DAY, portfolioOf, shippedReferential } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';

const markdown = new MarkdownIt('default', { html: true });
const fromHtml = (body: string, style = ''): string =>
  writeMarkdown(readFlow(`<html><body>${body}</body></html>`, style));
const markdownOf = async (model: DocumentModel): Promise<string> => (await renderText(model, 'md')) as string;

/** Text of people as a document prints it: without what draws nothing. */
const letters = (text: string): string =>
  text
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\p{Cc}]/gu, '')
    .replaceAll(/['’]/gu, '’')
    .replaceAll(/\s+/gu, '');
/** What a program that shows Markdown shows. */
const shown = (source: string): string => {
  const inline = (tokens: ReturnType<typeof markdown.parse>): string =>
    tokens
      .map((token) =>
        token.children ? inline(token.children) : token.type === 'html_inline' ? '' : token.content,
      )
      .join('');
  return letters(inline(markdown.parse(source, {})));
};

describe('a portfolio as Markdown', () => {
  test('has the headings of the HTML at their levels, every statement, and not a tag', async () => {
    const model = await portfolioOf(fullPortfolio(1));
    const source = await markdownOf(model);
    const levels = source.split('\n').flatMap((line) => /^(#+) \S/u.exec(line)?.[1]?.length ?? []);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 2).length).toBeGreaterThan(8);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    });
    expect(source).not.toMatch(/<\/?[a-z]|&(?:nbsp|amp|lt|gt|quot|#\d+);/iu);
    const text = shown(source);
    for (const { rows } of model.grid.blocks)
      for (const { statement } of rows) expect(text).toContain(letters(statement));
    // Typographic spaces are text.
    expect(source).toMatch(/\S\u202f;/u);
    expect(source).toContain('31\u202f400');
  });

  test('hostile text in every field is shown as it was typed, and nothing of it is markup', async () => {
    const { portfolio } = makeHostile(readStory('recit-a-rncp38126'));
    const source = await markdownOf(await portfolioOf(portfolio));
    const tokens = markdown.parse(source, {}).flatMap((token) => [token, ...(token.children ?? [])]);
    expect(tokens.filter(({ type }) => /html|image/u.test(type))).toEqual([]);
    for (const link of tokens.filter(({ type }) => type === 'link_open'))
      expect(link.attrGet('href')).toMatch(/^(?:https:|mailto:)/u);
    expect(shown(source)).toContain(letters(ATTACKS[0]));
    expect(shown(source)).toContain(letters(ATTACKS[5]));
  });
});

describe('what any template may hold', () => {
  test.each([
    ['# pas un titre'], ['<script>x</script>'], ['a | b'], ['* a'], ['1. un'], ['_a_ **b** `c`'], ['[x](y) ![i](z)'], ['> cité'],
    ['~~barré~~'], ['&amp; &eacute;'], ['---'], ['\\ seul'], ['+ plus'], ['www.exemple.fr'],
  ])('%j stays text', (text) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const source = fromHtml(`<p>${escaped}</p><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>${escaped}</td></tr></tbody></table>`);
    const kinds = markdown.parse(source, {}).map(({ type }) => type);
    expect(kinds.slice(0, 4)).toEqual(['paragraph_open', 'inline', 'paragraph_close', 'table_open']);
    expect(shown(source)).toBe(letters(`${text}A${text}`));
  }); // prettier-ignore

  test('a table stays one where each cell is a line, and is a list where one holds more', () => {
    const table = (cell: string): string =>
      fromHtml(
        `<table><caption>Titre</caption><thead><tr><th>Année</th><th>Fait</th></tr></thead><tbody><tr><td>2024</td><td>${cell}</td></tr></tbody></table>`,
      );
    expect(table('un')).toBe('_Titre_\n\n| Année | Fait |\n| - | - |\n| 2024 | un |\n');
    expect(table('<p>un</p><p>deux</p>')).toBe('_Titre_\n\n- 2024\n\n  **Fait\u00a0:**\n\n  un\n\n  deux\n');
  });

  test('marks, addresses, lists, quotations and pictures as a person would write them', () => {
    expect(
      fromHtml(
        `<p>Un <strong>mot</strong> et <em>un autre</em>, <a href="https://exemple.fr/a">là</a>, <a href="#ici">ici</a>.</p>
         <ol start="3"><li>trois<ul><li>dedans</li></ul></li></ol><blockquote><p>cité</p></blockquote>
         <figure><svg role="img" aria-label="Trois postes"></svg><figcaption>Parcours</figcaption></figure>`,
      ),
    ).toBe(
      'Un **mot** et _un autre_, [là](https://exemple.fr/a), ici.\n\n3. trois\n   - dedans\n\n> cité\n\n_Trois postes_\n\n_Parcours_\n',
    );
  });

  test('paragraphs stand apart whatever their class; what the style sheet sets as a line goes on', () => {
    expect(
      fromHtml(
        `<div><p>Une description.</p><p class="post-title"><strong>Directrice</strong> 2021</p><p class="post-title">Trésorière</p></div>
         <ul><li>BC01-C01 Veiller<span class="claim">« J’ai lu… »</span></li></ul><p>un<br>deux</p>`,
        '.claim { display: block; }',
      ),
    ).toBe(
      'Une description.\n\n**Directrice** 2021\n\nTrésorière\n\n- BC01-C01 Veiller  \n  « J’ai lu… »\n\nun  \ndeux\n',
    );
  });

  test('what only its letters set apart stands apart by a point, once, and no sign is doubled', () => {
    const when = (text: string): string => `<span class="when">${text}</span>`;
    expect(
      fromHtml(
        `<h2>Ouvrir <span class="time">0:00 – 1:30</span></h2><ul><li>${when('2021 – 2023')} <strong>Directrice</strong></li>
         <li>Financer ${when('2024')}</li><li>Trésorière, ${when('2016')}</li><li>${when('2016')} · <span class="code">C1</span></li></ul>
         <p><strong><span class="mark">1.</span> Financer</strong></p>`,
      ),
    ).toBe(
      '## Ouvrir · 0:00 – 1:30\n\n- 2021 – 2023 · **Directrice**\n- Financer · 2024\n- Trésorière, 2016\n- 2016 · C1\n\n**1. Financer**\n',
    );
  });

  test('what is filled in by hand has dots', () => {
    expect(fromHtml('<dl><div class="by-hand"><dt>Le</dt><dd></dd></div></dl>')).toMatch(
      /^\*\*Le\u00a0:\*\* …{20,}\n$/u,
    );
  });
});

test('no line of a whole document ends with a backslash, and no two things run together', async () => {
  const story = readStory('recit-b-rncp41296');
  const coverage = await markdownOf(await coverageOf(story));
  const portfolio = await markdownOf(await portfolioOf(story));
  const referential = await shippedReferential(story.certification);
  const [plan] = DOCUMENTS.soutenance.build({ portfolio: story, referential, date: DAY });
  expect(await markdownOf(plan as DocumentModel)).toMatch(
    /^Document de travail · Personne et faits fictifs\n\n# /u,
  );
  expect(`${coverage}${portfolio}`).not.toMatch(/\\$/mu);
  expect(coverage).toMatch(/^### BC01 .* · \d+ sur \d+/mu);
  // What a figure shows is not said twice.
  expect(coverage).not.toContain('Couverture de BC01');
  expect(portfolio).toContain('Frise du parcours, de 2017');
  expect(portfolio).not.toContain('bénévolat, mandat, engagement');
});

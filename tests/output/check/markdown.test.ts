import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { checkMarkdown } from '../../../src/output/check/markdown.ts';
import { markdownText } from '../../../src/output/markdown-text.ts';
import { halfDone, reportOn } from '../../support/check-report.ts';

/** As generous as a reader can be: raw HTML, bare links, tables. */
const reader = new MarkdownIt({ html: true, linkify: true });
const tagsIn = (markdown: string): string[] =>
  reader
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => /open|html|code|fence|image|hr|break/u.test(type))
    .map(({ tag, content }) => tag || content.trim());
const read = (markdown: string): string =>
  reader
    .parseInline(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ content }) => content)
    .join('')
    .replaceAll('\u200b', '');

const HOSTILE = [
  'a | b || c',
  '`code` ``x`` ~~~ ```',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</details></td></table><!--',
  '[clic](https://exemple.invalid) ![](https://exemple.invalid/p.png) [x][y]',
  'https://exemple.invalid www.exemple.invalid ada@exemple.invalid mailto:ada@exemple.invalid',
  '@ada @org/equipe #12 GH-12',
  '**gras** _italique_ __gras__ ~~barré~~ $x^2$ [^1]',
  '# titre', '## titre', '- liste', '+ liste', '12. liste', '3) liste', '> citation', '===', '---',
  '&lt;b&gt; &#64;ada &amp;',
  'fin de ligne \\',
  '\\| \\` \\\\',
] as const; // prettier-ignore

describe('any text inside a line', () => {
  test.each(HOSTILE)('%j is shown as it was written, and does nothing', (text) => {
    expect(tagsIn(markdownText(text))).toEqual(['p']);
    expect(read(markdownText(text))).toBe(text);
    expect(tagsIn(`- ${markdownText(text)}`)).toEqual(['ul', 'li', 'p']);
    expect(
      tagsIn(`| a | b |\n|---|---|\n| ${markdownText(text)} | z |`).filter((tag) => tag === 'td'),
    ).toHaveLength(2);
  });

  test.each(['@ada', '#12', 'https://exemple.invalid', 'www.exemple.invalid', 'a@b.invalid'])(
    '%s calls nobody and links nowhere, also where plain text is searched for links',
    (text) => {
      expect(markdownText(text)).toContain('&#8203;');
    },
  );

  test('stays on its line and does not command a terminal', () => {
    expect(markdownText('a\n\n# b \u001b[2J\u202e')).toBe(String.raw`a # b \\u\{1b\}\[2J\\u\{202e\}`);
  });
});

describe('a check as Markdown', () => {
  test('has a table per block with a row per competence, then what to do', () => {
    const markdown = checkMarkdown(reportOn(halfDone));
    const tags = tagsIn(markdown);
    expect(tags.filter((tag) => tag === 'table')).toHaveLength(2);
    expect(tags.filter((tag) => tag === 'td')).toHaveLength(16);
    expect(markdown).toContain('| C01 Titre ESSAI1BC01-C01 | étayée ; preuve à renforcer | A1 | P1 |');
    expect(markdown).toContain('1 sur 4 étayées (25 %)');
    expect(markdown).toMatch(/### Il manque \(3\)\n\n- ESSAI1BC01-C02 est à documenter.* → Racontez/u);
    expect(markdown).not.toMatch(/validée?/iu);
  });

  test('says acquired blocks in a line', () => {
    const target = { blocks: ['BC02'], acquired: [{ block: 'BC01', juryDate: '2026-06-12' }] };
    expect(checkMarkdown(reportOn({ target }))).toContain(
      '### ESSAI1BC01 Premier\n\nacquis devant le jury du 12 juin 2026',
    );
  });

  test.each(HOSTILE)('is the same document whatever a candidate wrote: %j', (text) => {
    const fields = (title: string): Parameters<typeof reportOn>[0] => ({
      candidate: { name: title },
      activities: [{ id: 'A1', title }],
      evidence: [{ id: 'P1', title, file: { path: 'preuves/p.png' } }],
    });
    expect(tagsIn(checkMarkdown(reportOn(fields(text))))).toEqual(
      tagsIn(checkMarkdown(reportOn(fields('ordinaire')))),
    );
  });
});

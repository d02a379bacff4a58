import { describe, expect, test } from 'vitest';
import { renderPhrase, renderProse, type TextSurroundings } from '../../src/render/markdown.ts';

const surroundings: TextSurroundings = {
  annexes: new Map([['P07', 3]]),
  withheld: new Set(['P08']),
  cite: (id, number) => `<a href="#annexe-${id}">Annexe ${number}</a>`,
  citeWithheld: 'pièce non jointe',
};
const prose = (text: string, under = 3): string => renderProse(text, under, surroundings);

describe('renderProse', () => {
  test('cites an annex, says of a withheld proof only that it is not joined, leaves an unknown id as typed', () => {
    expect(prose('Voir [[P07]], [[P08]] et [[P99]].')).toBe(
      '<p>Voir <a href="#annexe-P07">Annexe 3</a>, pièce non jointe et [[P99]].</p>\n',
    );
    expect(renderPhrase('selon [[P07]]\net après', surroundings)).toBe(
      'selon <a href="#annexe-P07">Annexe 3</a> et après',
    );
  });

  test.each([
    ['# A\n\n### B\n\n# C', ['h4', 'h5', 'h4']],
    ['### B\n\n# A\n\n## C', ['h4', 'h4', 'h5']],
    ['# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5', ['h4', 'h5', 'h6', 'h6', 'h6']],
  ])('keeps the outline whole: %j', (text, levels) => {
    expect([...prose(text).matchAll(/<(h\d)>/g)].map((match) => match[1])).toEqual(levels);
  });

  test.each([
    ['<script>alert(1)</script>', /<script/],
    ['<img src=x onerror=alert(1)>', /<img/],
    ['![suivi](https://mal.example/p.png)', /<img|src=/],
    ['[clic](javascript:alert(1))', /href/],
    ['[clic](file:///etc/passwd)', /href/],
    ['[clic](http://mal.example)', /href/],
    ['[clic](data:text/html,x)', /href/],
    ['[clic](//mal.example)', /href/],
    ['[x](https://a.example "t\\" onload=\\"y")', /" onload=/],
    ['</style><style>@import url(http://mal.example)', /<\/?style/],
  ])('prints %s as text', (text, forbidden) => {
    expect(prose(text)).not.toMatch(forbidden);
  });

  test('links to https and mail, and says which addresses are already readable', () => {
    expect(prose('[Labo](https://lelabo.example)')).toContain(
      '<a href="https://lelabo.example" class="named">',
    );
    expect(prose('<https://lelabo.example/a?b;c>')).toContain(
      'class="bare">https://lelabo.example/a?b;c</a>',
    );
    expect(prose('[moi](mailto:a@b.fr)')).toContain('href="mailto:a@b.fr"');
  });

  test('sets prose in French, code and addresses as typed', () => {
    expect(prose("J'ai `l'ancien`; fini!")).toBe("<p>J’ai <code>l'ancien</code>; fini\u202f!</p>\n");
    expect(prose('le 1er mars')).toContain('1<sup>er</sup>\u00a0mars');
  });

  test('comes back quickly from nested lists and quotes', () => {
    expect(prose('> '.repeat(5000) + 'x').length).toBeGreaterThan(0);
    expect(prose('[['.repeat(100_000)).length).toBeGreaterThan(0);
    expect(prose('- '.repeat(2000) + 'x').length).toBeGreaterThan(0);
  });
});

import { describe, expect, test } from 'vitest';
import { AcquisError } from '../../../src/app/errors.ts';
import { VIEW_MODEL } from '../../../src/domain/documents/view-model.ts';
import { checkTemplateSet } from '../../../src/render/own-templates/check-set.ts';
import { templateKit } from '../../../src/render/own-templates/kit.ts';
import { PNG, templateSet } from '../../support/template-set.ts';

const failureOf = (act: () => unknown): AcquisError => {
  try {
    act();
  } catch (error) {
    if (error instanceof AcquisError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

/** What is wrong with a cover of somebody's own: line, code, what was found, what is proposed. */
const defectsOf = (cover: string): unknown[] =>
  failureOf(() => checkTemplateSet(templateSet({ 'shared/cover.hbs': cover, 'logo.png': PNG }))).details.map(
    ({ file, line, code, found, args }) => {
      expect(file).toBe('ecole/shared/cover.hbs');
      return [line, code, found, args?.['suggestion'] ?? args?.['place']];
    },
  );

describe('a template of one’s own is refused, with line and nearest name, for', () => {
  test.each<[string, unknown[]]>([
    ['<h1>\n{{headin}}</h1>', [2, 'template-field', 'headin', 'heading']],
    ['{{cover.candidat}}', [1, 'template-field', 'candidat', 'candidate']],
    ['\n\n{{#if acknowledgments}}x{{/if}}', [3, 'template-field', 'acknowledgments', 'acknowledgements']],
    ['{{#each career}}{{titel}}{{/each}}', [1, 'template-field', 'titel', 'title']],
    ['{{@workin}}', [1, 'template-field', '@workin', '@working']],
    ['{{typoo heading}}', [1, 'template-helper', 'typoo', 'typo']],
    ['{{#eahc career}}{{/eahc}}', [1, 'template-helper', 'eahc', 'each']],
    ['{{#if (contain activities "A1")}}{{/if}}', [1, 'template-helper', 'contain', 'contains']],
    ['{{> shared/hed}}', [1, 'template-partial', 'shared/hed', 'shared/head']],
    ['{{> ../../etc/passwd}}', [1, 'template-partial', '../../etc/passwd', undefined]],
    ['{{> (lookup . "kind")}}', [1, 'template-dynamic', undefined, undefined]],
    ['{{{cover.candidate}}}', [1, 'template-raw', 'cover.candidate', undefined]],
    ['{{&cover.candidate}}', [1, 'template-raw', 'cover.candidate', undefined]],
    ['{{#*inline "x"}}{{/inline}}', [1, 'template-inline', undefined, undefined]],
    ['<p class={{kind}}>', [1, 'template-place', 'kind', 'tag']],
    ['<p {{kind}}="x">', [1, 'template-place', 'kind', 'tag']],
    ['<p style="color: {{kind}}">', [1, 'template-place', 'kind', 'style']],
    ['<p onclick="{{kind}}">', [1, 'template-place', 'kind', 'style']],
    ['<style>p { color: {{kind}} }</style>', [1, 'template-place', 'kind', 'style']],
    ['<a href="{{kind}}">x</a>', [1, 'template-place', 'kind', 'address']],
    ['<a href="javascript:{{kind}}">x</a>', [1, 'template-place', 'kind', 'address']],
    ['<script>1</script>', [1, 'template-forbidden', '<script>', undefined]],
    ['<meta http-equiv="refresh" content="0">', [1, 'template-forbidden', '<meta>', undefined]],
    ['<base href="#">', [1, 'template-forbidden', '<base>', undefined]],
    [
      '<img src="https://a.org/b.png" alt="">',
      [1, 'template-network', 'src="https://a.org/b.png', undefined],
    ],
    ['<p style="background: url(b.png)">', [1, 'template-network', 'url(b.png', undefined]],
    ['<img src="{{image "logo.png"}}">', [1, 'template-alt', undefined, undefined]],
    ['<img src="{{image "logo.pgn"}}" alt="">', [1, 'template-image', 'logo.pgn', 'logo.png']],
    ['<img src="{{image kind}}" alt="">', [1, 'template-image-name', undefined, undefined]],
    ['\n{{#if heading}}\n{{/each}}', [2, 'template-unclosed', 'if', undefined]],
    ['\n{{heading', [2, 'template-syntax', '{{heading', undefined]],
    ['{{#if heading}}'.repeat(5000), [1, 'template-deep', undefined, undefined]],
  ])('%j', (cover, expected) => {
    const start = performance.now();
    expect(defectsOf(cover)[0]).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('everything wrong is said in one pass', () => {
    expect(defectsOf('{{headin}}\n{{{kind}}}\n{{> x/y}}').map((one) => (one as unknown[])[0])).toEqual([
      1, 2, 3,
    ]);
  });
});

test('what a designer writes is accepted: links, images, partials of their own, an alias, a comment', () => {
  const set = templateSet(
    {
      'shared/cover.hbs': `<!-- <script> is only named here -->{{!-- {{{nor}}} here --}}
<img src="{{image "img/logo.png"}}" alt="École"><a href="#annexe-{{kind}}">x</a>
{{> ecole/bandeau ton=heading}}{{#each activities as |told|}}{{told.title}}{{@index}}{{/each}}`,
      'ecole/bandeau.hbs': '<p title="{{ton}}">{{ton}} {{#if @working}}{{@root.heading}}{{/if}}</p>',
      'style.css': ':root{--accent:#700}\n.cover{background:url("img/logo.png")}',
      'img/logo.png': PNG,
    },
    VIEW_MODEL,
  );
  expect(checkTemplateSet(set)).toEqual([]);
});

test('a style sheet of one’s own fetches nothing', () => {
  const { details } = failureOf(() =>
    checkTemplateSet(
      templateSet({ 'style.css': '/* url(a) */\n@import "b";\np{background:url(//c.org/d)}\nq{background:url(e.png)}</style>' }), // prettier-ignore
    ),
  );
  expect(details.map(({ line, code }) => [line, code])).toEqual([
    [2, 'template-network'],
    [4, 'template-forbidden'],
    [3, 'template-network'],
    [4, 'template-image'],
  ]);
});

test('a page nobody prints, an image that is none and another version are refused; a partial nobody calls is told', () => {
  const { details } = failureOf(() =>
    checkTemplateSet(templateSet({ 'portfolios/page.hbs': 'x', 'logo.png': '<svg/>' })),
  );
  expect(details.map(({ code, args }) => [code, args?.['suggestion']])).toEqual([
    ['template-stray', 'portfolio/page.hbs'],
    ['template-image-kind', undefined],
  ]);
  expect(failureOf(() => checkTemplateSet(templateSet({}, VIEW_MODEL + 1))).code).toBe('templates-version');
  expect(checkTemplateSet(templateSet({ 'shared/covers.hbs': 'x' }))).toEqual(['shared/covers.hbs']);
});

test('the starting point is sound, and a name that is none of ours is refused with the nearest', () => {
  const files = templateKit.starter([]);
  expect(checkTemplateSet(templateSet(Object.fromEntries(files), VIEW_MODEL))).toEqual([]);
  expect([...templateKit.starter(['shared/cover.hbs']).keys()]).toEqual([
    'acquis-templates.yaml',
    'LISEZMOI.md',
    'champs.md',
    'shared/cover.hbs',
  ]);
  const { code, args } = failureOf(() => templateKit.starter(['shared/covers.hbs']));
  expect([code, args['suggestion']]).toEqual(['unknown-template', 'shared/cover.hbs']);
});

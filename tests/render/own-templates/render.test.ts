import { describe, expect, test } from 'vitest';
import { AcquisError } from '../../../src/app/errors.ts';
import type { TemplateSet } from '../../../src/app/ports/templates.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { templateKit } from '../../../src/render/own-templates/kit.ts';
import { portfolioOf } from '../../support/story-documents.ts';
import { readStory } from '../../support/stories.ts';
import { PNG, templateSet } from '../../support/template-set.ts';

const model = await portfolioOf(readStory('recit-a-rncp38126'));
const render = async (set?: TemplateSet): Promise<string> => (await renderHtml(model, 'screen', set)).html;

test('a full copy of ours makes the same document, byte for byte', async () => {
  expect(await render(templateSet(Object.fromEntries(templateKit.starter([]))))).toBe(await render());
});

test('one small file changes one thing: colours, a partial with a logo, a page', async () => {
  const html = await render(
    templateSet({
      'style.css': ':root { --accent: #7a1f3d }\n.cover { background: url(img/logo.png) }',
      'shared/identity.hbs':
        '<h2 id="identity">École</h2><img src="{{image "img/logo.png"}}" alt="Logo">{{> ecole/pied}}',
      'ecole/pied.hbs': '\r\n<p>{{cover.candidate}}</p>',
      'img/logo.png': PNG,
    }),
  );
  const data = `data:image/png;base64,${PNG.toString('base64')}`;
  const head = html.slice(0, html.indexOf('</style>'));
  expect(head.lastIndexOf('--accent: #7a1f3d')).toBeGreaterThan(head.lastIndexOf('--accent: #1f4e5f'));
  expect(head).toContain(`url("${data}")`);
  expect(html).toContain(`<img src="${data.replaceAll('=', '&#x3D;')}" alt="Logo">`);
  expect(html).toContain('<p>Noémie Valtreuil</p>');
  const page =
    '<!DOCTYPE html>\n<html lang="fr">\n<head>{{> shared/head}}</head><body>{{heading}}</body></html>';
  expect(await render(templateSet({ 'portfolio/page.hbs': page }))).toMatch(/<body>Portfolio<\/body>/u);
});

test('no page does without the policy, and nothing comes before it but style', async () => {
  const page = '<!DOCTYPE html><html lang="fr"><head><title>x</title></head><body></body></html>';
  const html = await render(templateSet({ 'portfolio/page.hbs': page }));
  expect(html.replace(/<style>[\s\S]*?<\/style>/u, '')).toMatch(
    /^<!DOCTYPE html><html lang="fr"><head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*"><title>/u,
  );
  await expect(render(templateSet({ 'portfolio/page.hbs': '<!-- x --><html><head></head></html>' }))).rejects.toMatchObject({ code: 'invalid-templates', details: [{ code: 'template-head' }] }); // prettier-ignore
});

describe('what fails while a page is made has its file and line', () => {
  const nested = Array.from({ length: 24 }, (_, i) => [`d/d${i}.hbs`, `{{> d/d${i + 1}}}{{> d/d${i + 1}}}`]);
  test.each<[string, Record<string, string>, unknown]>([
    ['a field of another place', { 'shared/cover.hbs': 'x\n{{number}}' }, { file: 'ecole/shared/cover.hbs', line: 2, code: 'template-field-here', found: 'number' }], // prettier-ignore
    ['the same in a condition', { 'shared/cover.hbs': 'x\n{{#if number}}{{/if}}' }, { line: 2, code: 'template-field-here', found: 'number' }], // prettier-ignore
    ['a helper given what it cannot take', { 'shared/cover.hbs': '\n\n{{date cover.fictional}}' }, { line: 3, code: 'template-argument', found: 'date' }], // prettier-ignore
    ['a partial inside itself', { 'shared/cover.hbs': '{{> shared/cover}}' }, { file: 'ecole/shared/cover.hbs', code: 'template-recursion' }], // prettier-ignore
    ['partials that double', { ...Object.fromEntries(nested), 'd/d24.hbs': 'x'.repeat(1000), 'shared/cover.hbs': '{{> d/d0}}' }, { code: 'template-output' }], // prettier-ignore
    ['lists in lists', { 'shared/cover.hbs': `${'{{#each @root.annexes}}'.repeat(7)}x${'{{/each}}'.repeat(7)}` }, { file: 'ecole/shared/cover.hbs', code: 'template-slow' }], // prettier-ignore
  ])(
    '%s',
    async (_, files, detail) => {
      const error = await render(templateSet(files)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(AcquisError);
      expect((error as AcquisError).details).toMatchObject([detail]);
    },
    20_000,
  );
});

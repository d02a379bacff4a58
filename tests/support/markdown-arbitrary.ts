import * as fc from 'fast-check';

const WORDS = [
  'équipe', 'l’été', '« budget »', '12 %', '[[P07]]', '**fort**', '*nuance*', '***les deux***', '`code`', '~~non~~',
  '[le site](https://exemple.fr/a_b?c=d)', '<https://exemple.fr>', 'mon_fichier', '3 * 4 * 5', '1.', '#', '&eacute;', '&amp;',
  '\\*', 'a\\', '|', 'fin.', 'où ?', '[1]', '<b>', '\t', '-', '+', '_', '😀', 'a\u00a0b', 'x\u202f!', '**a *b* c**', '[x](javascript:y)',
  '![image](https://exemple.fr/i.png)', '\u00ad', 'co\u2011op', '1er', '\\[[P07]]', '**gras**e', '`` ` ``',
] as const; // prettier-ignore

const line = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));

const paragraph = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '  \n', '\\\n')), { minLength: 1, maxLength: 3 })
  .map((lines) =>
    lines.map(([text, end], index) => (index === lines.length - 1 ? text : text + end)).join(''),
  );

const list = fc.array(
  fc.tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom('- ', '* ', '1. ', '3) ', '+ '), line),
  { minLength: 1, maxLength: 5 },
).map((items) => items.map((parts) => parts.join('')).join('\n')); // prettier-ignore

const oddity = fc.constantFrom(
  '| a | b |\n| - | - |\n| 1 | **2** |', '```js\nconst a = 1;\n\n# rien\n```', '    indenté\n    encore', '---', '> citation\n> suite',
  '> - dans\n> - une citation', '# Titre', '###### Petit', 'Souligné\n===', '- un\n\n  deuxième paragraphe\n\n- deux', '- [ ] tâche',
  '- ```\n  code\n  ```', '[ref]: https://exemple.fr/r\n\nUn [lien][ref].', '## Contexte', '## Contexte {#context}', '<!-- acquis-fiche/1:e30 -->',
  '> Des ordres de grandeur suffisent.', '1. a\n   - b\n     1. c',
); // prettier-ignore

/** Markdown that candidates write, and some that only a tester does. */
export const anyMarkdown = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 3, arbitrary: paragraph }, list, oddity),
      fc.constantFrom('\n\n', '\n', '\n\n\n'),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((blocks) => blocks.map((parts) => parts.join('')).join(''));

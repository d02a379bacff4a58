import { expect, test } from 'vitest';
import { entriesOf, withReferences } from '../../../src/render/pdf/dictionary.ts';

const DICTIONARY = String.raw`<</Font <</F1 3 0 R>> /Title (see 4 0 R \( and (5 0 R) ) /Kids [6 0 R 7  0 R] /Id <04 05> /Name#20 8>>`;

test('references are led elsewhere, and what looks like one in a string stays', () => {
  expect(withReferences(DICTIONARY, (number) => number + 100)).toBe(
    String.raw`<</Font <</F1 103 0 R>> /Title (see 4 0 R \( and (5 0 R) ) /Kids [106 0 R 107 0 R] /Id <04 05> /Name#20 8>>`,
  );
});

test('the entries of a dictionary are those of the outermost one', () => {
  expect([...entriesOf(DICTIONARY)]).toEqual([
    ['Font', '<</F1 3 0 R>>'],
    ['Title', String.raw`(see 4 0 R \( and (5 0 R) )`],
    ['Kids', '[6 0 R 7  0 R]'],
    ['Id', '<04 05>'],
    ['Name#20', '8'],
  ]);
  expect([...entriesOf('<</A/B/C[/D]/E<</F(>>)>>/G null>>')]).toEqual([
    ['A', '/B'],
    ['C', '[/D]'],
    ['E', '<</F(>>)>>'],
    ['G', 'null'],
  ]);
});

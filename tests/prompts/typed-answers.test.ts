import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { parseTypedDate, problemOfDate } from '../../src/prompts/typed-dates.ts';
import { parseTypedPath } from '../../src/prompts/typed-paths.ts';

test.each([
  ['2021', '2021'],
  ['mars 2021', '2021-03'],
  ['Août 2021', '2021-08'],
  ['aout 2021', '2021-08'],
  ['févr. 2020', '2020-02'],
  ['1er février 2020', '2020-02-01'],
  ['le 18 mars 2024', '2024-03-18'],
  ['3/2021', '2021-03'],
  ['18/03/2021', '2021-03-18'],
  ['18.3.2021', '2021-03-18'],
  ['2021-03-18', '2021-03-18'],
  [' 2021-3 ', '2021-03'],
  ['depuis mars 2021', '2021-03'],
  ['en 2021', '2021'],
  ['31/02/2021', undefined],
  ['13/2021', undefined],
  ['ju 2021', undefined],
  ['hier', undefined],
  ['21', undefined],
  ['', undefined],
])('the date « %s » is %s', (typed, expected) => {
  expect(parseTypedDate(typed)).toBe(expected);
});

test.each([
  ["'/tmp/Bilan 2023.pdf'", '/tmp/Bilan 2023.pdf'],
  ["'/tmp/Bilan d'\\''activité 2022.txt'", "/tmp/Bilan d'activité 2022.txt"],
  [`'/tmp/Bilan d'"'"'activité.txt'`, "/tmp/Bilan d'activité.txt"],
  ["bilan d'hier de l'association.pdf", "bilan d'hier de l'association.pdf"],
  ['"/tmp/Bilan 2023.pdf" ', '/tmp/Bilan 2023.pdf'],
  ['/tmp/Bilan\\ 2023.pdf', '/tmp/Bilan 2023.pdf'],
  ['file:///tmp/Bilan%202023.pdf', '/tmp/Bilan 2023.pdf'],
  ['~/bilan.pdf', `${homedir()}/bilan.pdf`],
  ['bilan l’été.pdf', 'bilan l’été.pdf'],
])('the path %s is %s', (typed, expected) => {
  expect(parseTypedPath(typed)).toBe(expected);
});

test.each([
  ['31/02/2023', /n’existe pas/],
  ['13/2021', /non comprise/],
  ['hier', /non comprise/],
])('« %s » is refused by its own sentence', (typed, sentence) => {
  expect(problemOfDate(typed)).toMatch(sentence);
});

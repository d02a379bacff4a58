import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { typography } from '../../src/render/typography.ts';
import { portfolioOf } from '../support/story-documents.ts';
import { readStory } from '../support/stories.ts';

const shown = (text: string): string => typography(text).replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

describe('typography', () => {
  test.each([
    ["l'équipe d'accueil", 'l’équipe d’accueil'],
    ['Pourquoi? Parce que; vite!', 'Pourquoi_? Parce que_; vite_!'],
    ['Pourquoi ?  Vite !', 'Pourquoi_?  Vite_!'],
    ['Objectif : 300 ; réalisé : 247', 'Objectif~: 300_; réalisé~: 247'],
    ['Objectif: 300', 'Objectif~: 300'],
    ['à 12:30, ratio 3:1', 'à 12:30, ratio 3:1'],
    ['Vraiment ?!', 'Vraiment_?!'],
    ['(!)', '(!)'],
    ['« Tables ouvertes »', '«~Tables ouvertes~»'],
    ['«Tables ouvertes»', '«~Tables ouvertes~»'],
    ['une baisse de 14 % du tonnage, puis 3%', 'une baisse de 14~% du tonnage, puis 3~%'],
    ['142 000 euros, 31 400 repas, 1 234 567', '142_000 euros, 31_400 repas, 1_234_567'],
    ['en 2023 247 réparations', 'en 2023 247 réparations'],
    ['06 12 34 56 78', '06 12 34 56 78'],
    ['620 000 €', '620_000~€'],
    ['n° 5 et n°12', 'n°~5 et n°~12'],
    ['le 1er mars et le 18 novembre 2025', 'le 1er~mars et le 18~novembre 2025'],
    ['1 h 30', '1~h~30'],
    ['art. 5, p. 12, M. Untel', 'art.~5, p.~12, M.~Untel'],
    ['https://exemple.fr/a?b=1;c!d et x@y.fr', 'https://exemple.fr/a?b=1;c!d et x@y.fr'],
    ['voir [[P07]]; suite', 'voir [[P07]]; suite'],
    [
      'pp. 3-5, MM. Un et Deux, Mmes Une, Dre Une, fig. 2',
      'pp.~3-5, MM.~Un et Deux, Mmes~Une, Dre~Une, fig.~2',
    ],
    ['J. Untel, J.-P. Untel, ONU', 'J.~Untel, J.-P.~Untel, ONU'],
    ['annexe 3, Annexes 4 et 5, page 12, bloc 2', 'annexe~3, Annexes~4 et 5, page~12, bloc~2'],
    ['9 t, 12 km, 35 m², 3 ETP, 620 k€, 20 °C', '9~t, 12~km, 35~m², 3~ETP, 620~k€, 20~°C'],
    ['3 tonnes, 2 membres, 1 l’autre, 5 mètres', '3 tonnes, 2 membres, 1 l’autre, 5 mètres'],
    ['2 h, 1 h 30 min', '2~h, 1~h~30~min'],
    ['au XXIe siècle, des bilans, etc.', 'au XXIe~siècle, des bilans,~etc.'],
    ['elle – c’est rare – accepta.', 'elle –~c’est rare~– accepta.'],
    ['2016 – 2018', '2016 – 2018'],
    ['« Il a dit « oui », je crois »', '«~Il a dit «~oui~», je crois~»'],
    ['Quoi ?!! Non !!!', 'Quoi_?!! Non_!!!'],
    ['exemple.fr/page?a=1;b et (exemple.org/x!)', 'exemple.fr/page?a=1;b et (exemple.org/x!)'],
    ['', ''],
  ])('%s', (typed, set) => expect(shown(typed)).toBe(set));

  const letters = (text: string): string => text.replaceAll(/[\s'’]/gu, '');
  const french = string({
    unit: constantFrom(
      ...Array.from('abéÀŒ1230 ,.;:!?«»%€°\'’"()-\u00a0\u202f\n'),
      'n°',
      'http://x',
      '[[P1]]',
      ' h ',
      'M. ',
      ' 000',
      'mars',
      '1er ',
      ' – ',
      ' — ',
      'J. ',
      'Ab',
      ' km',
      'annexe ',
      'a.fr/',
      'XXe siècle',
      ', etc.',
    ),
    maxLength: 60,
  });
  const anything = oneof(french, string({ unit: 'grapheme' }));

  test('done twice is done once', () => {
    assert(
      property(anything, (text) => typography(typography(text)) === typography(text)),
      {
        numRuns: 2000,
      },
    );
  });

  test('no letter, digit or sign changes', () => {
    assert(
      property(anything, (text) => letters(typography(text)) === letters(text)),
      {
        numRuns: 2000,
      },
    );
  });

  test('is quick on long texts made to slow it down', () => {
    for (const part of [' ', '1 000', "a'", '«', ' ;', '12 ', 'a – ', 'a – b ', 'J. ', 'a.'])
      expect(() => typography(part.repeat(100_000))).not.toThrow();
  });
});

test('a drawing writes as the table under it does', async () => {
  const story = readStory('recit-a-rncp38126');
  const experiences = story.experiences.map((each) => ({ ...each, title: "Chargée d'accueil" }));
  const { html } = await renderHtml(await portfolioOf({ ...story, experiences }), 'paper');
  const labels = [...html.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, label]) => label);
  expect(labels.filter((label) => label === 'Chargée d’accueil')).toHaveLength(experiences.length);
});

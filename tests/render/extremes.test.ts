import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/catalogue/index.ts';
import type { ToldDocument } from '../../src/domain/documents/told-document.ts';
import { createDocumentPrinter } from '../../src/render/browser/document-printer.ts';
import { renderHtml } from '../../src/render/html.ts';
import {
  crowdedPortfolio,
  emptyPortfolio,
  EXTREMES,
  oneActivity,
  oversizedPortfolio,
  worldlyPortfolio,
} from '../support/extreme-portfolios.ts';
import { readPlacedText, type PlacedText } from '../support/placed-text.ts';
import { printable } from '../support/printable.ts';
import { launchScripted } from '../support/scripted-browser.ts';
import { portfolioOf } from '../support/story-documents.ts';

const printer = createDocumentPrinter({ env: process.env });
let screen: Browser;
beforeAll(async () => {
  screen = await launchScripted();
});
afterAll(() => Promise.all([printer.close(), screen.close()]));

const SCENARIOS = {
  'an empty portfolio': emptyPortfolio,
  'one activity': oneActivity,
  '40 activities, 200 proofs': crowdedPortfolio,
  'names, titles and words without end': oversizedPortfolio,
  'right-to-left names and emoji': worldlyPortfolio,
} as const;

interface Printed {
  readonly model: ToldDocument;
  readonly placed: readonly PlacedText[];
  readonly html: string;
}
const printed = new Map<keyof typeof SCENARIOS, Printed>();
const of = (name: keyof typeof SCENARIOS): Printed => {
  const found = printed.get(name);
  if (!found) throw new Error(`${name} was not printed`);
  return found;
};

beforeAll(async () => {
  for (const [name, build] of Object.entries(SCENARIOS)) {
    const model = await portfolioOf(build());
    const placed = await readPlacedText(await printer.print(await renderHtml(model, 'paper')));
    const { html } = await renderHtml(model, 'screen');
    printed.set(name as keyof typeof SCENARIOS, { model, placed, html });
  }
}, 120_000);

const MM = 72 / 25.4;
/** The type area of `@page` in templates/shared/style.css, and the bands of running titles above and below it. */
const LEFT = 24 * MM;
const RIGHT = (210 - 24) * MM;
const TOP = (297 - 27) * MM;
const BOTTOM = 25 * MM;

const letters = (text: string): string => text.replaceAll(/[\s'’]/gu, '');
const inOrder = (texts: readonly PlacedText[]): string => letters(texts.map(({ text }) => text).join(''));
const inside = ({ top, bottom }: PlacedText): boolean => bottom >= BOTTOM - 1 && top <= TOP + 3;

describe.each(Object.keys(SCENARIOS) as (keyof typeof SCENARIOS)[])('%s', (name) => {
  test('nothing stands outside the type area but the running titles', () => {
    const { placed, model } = of(name);
    expect(placed.filter(({ left, right }) => left < LEFT - 1 || right > RIGHT + 1)).toEqual([]);
    const running = placed.filter((text) => !inside(text));
    const certification = letters(model.cover.certification.title).slice(0, 20);
    const allowed = [certification, letters(model.cover.candidate).slice(0, 10), letters(words.documents.fictional)]; // prettier-ignore
    const strange = running.filter(
      ({ text, page }) =>
        text.trim() !== String(page) &&
        !allowed.some((part) => letters(text).includes(part)) &&
        !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text),
    );
    expect(strange).toEqual([]);
    expect(running.length).toBeGreaterThan(2);
  });

  test('no page but the cover, the front matter and the last one of a chapter is nearly empty', () => {
    const { placed } = of(name);
    const pages = placed.at(-1)?.page ?? 0;
    const sparse: number[] = [];
    for (let page = 1; page <= pages; page++) {
      const body = placed.filter((text) => text.page === page && inside(text));
      if (body.length < 4) sparse.push(page);
    }
    expect(sparse).toEqual([]);
  });

  test('on a telephone only tables scroll sideways', async () => {
    const page = await screen.newPage();
    await page.setViewport({ width: 320, height: 640 });
    await page.setContent(of(name).html);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    const wider = `[...document.querySelectorAll('main *, .cover *')].filter((element) => !element.closest('.scroll, .skip') && element.getBoundingClientRect().right > 321).map((element) => element.outerHTML.slice(0, 80))`;
    expect(await page.evaluate(wider)).toEqual([]);
    await page.close();
  });
});

describe('the order in which text comes out', () => {
  test('is that of the page: each label before its answer, each answer before the next label', () => {
    const { placed, model } = of('one activity');
    const text = inOrder(placed.filter(inside));
    const [activity] = model.activities;
    const wanted = activity?.fields.map(({ label, text: told }) => letters(`${words.documents.narrative[label]}${told}`)); // prettier-ignore
    expect(wanted?.length).toBeGreaterThan(2);
    const places = (wanted ?? []).map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });
});

describe('what has no end', () => {
  test('comes out whole: the name, the organisation, the title, the word', () => {
    const text = inOrder(of('names, titles and words without end').placed.filter(inside));
    for (const part of [EXTREMES.name, EXTREMES.organisation, EXTREMES.title, EXTREMES.word]) {
      expect(text).toContain(letters(part));
    }
  });
});

describe('forty activities', () => {
  const heads = (placed: readonly PlacedText[]): PlacedText[] =>
    placed.filter(({ text }) => text.startsWith('Activités qui montrent'));

  test('make three matrices, each on a page of its own with its legend', () => {
    const { placed } = of('40 activities, 200 proofs');
    const pages = heads(placed).map(({ page }) => page);
    expect(pages).toHaveLength(3);
    expect(new Set(pages).size).toBe(3);
    for (const [index, page] of pages.entries()) {
      const there = inOrder(placed.filter((text) => text.page === page && inside(text)));
      // Its last row, and the last line of its legend.
      expect(there).toContain(letters('Capitaliser l’expérience'));
      expect(there).toContain(letters(`${[14, 27, 40][index]} Activité foisonnante ${[14, 27, 40][index]}`));
    }
  });

  test('no head of a table stands at the foot of a page without a row', () => {
    const { placed } = of('40 activities, 200 proofs');
    const last = placed.filter((text) => inside(text)).filter((text, index, all) => all[index + 1]?.page !== text.page); // prettier-ignore
    const { grid, annexes, career } = words.documents;
    const headWords = new Set<string>([grid.annexes, annexes.shows, career.annexes]);
    expect(last.filter(({ text }) => headWords.has(text.trim()))).toEqual([]);
    expect(last.length).toBeGreaterThan(120);
  });
});

describe('this guard', () => {
  test('finds a word that leaves the page', async () => {
    const page = printable(`<p>${EXTREMES.word}</p>`, 'p{white-space:nowrap}');
    const placed = await readPlacedText(await printer.print(page));
    expect(placed.filter(({ right }) => right > RIGHT)).not.toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../../src/domain/documents/timeline.ts';
import type { Experience } from '../../../src/domain/portfolio.ts';

const DAY = '2026-11-22';
const post = (id: string, rest: Partial<Experience>): Experience => ({
  id,
  title: `Poste ${id}`,
  organisations: [],
  ...rest,
});

const drawn = (...posts: Experience[]) => {
  const timeline = timelineOf(posts, DAY);
  if (timeline === undefined) throw new Error('nothing is drawn');
  return timeline;
};

test('without any date there is nothing to draw', () => {
  expect(timelineOf([], DAY)).toBeUndefined();
  expect(timelineOf([post('X1', {})], DAY)).toBeUndefined();
});

test('the oldest on top, each post in a lane of its own, also those held at the same time', () => {
  const { bars, undated } = drawn(
    post('X1', { start: '2020', end: '2024' }),
    post('X2', { start: '2012-09', end: '2021' }),
    post('X3', {}),
  );
  expect(bars.map(({ id }) => id)).toEqual(['X2', 'X1']);
  expect(bars[1]!.y).toBeGreaterThan(bars[0]!.y + bars[0]!.height);
  expect(undated).toEqual(['Poste X3']);
});

test('what goes on reaches today with an arrowhead; what began nobody knows when has one on the left', () => {
  const { bars, to } = drawn(post('X1', { start: '2021-03' }), post('X2', { end: '2018' }));
  const [unknown, ongoing] = bars;
  expect(to).toBe(2027);
  expect(ongoing!.arrow).toMatch(/^M\d/u);
  expect(ongoing!.x + ongoing!.width).toBeGreaterThan(150);
  expect(unknown!.arrow).toBeDefined();
});

test('fillings tell the kinds apart, and the legend shows those that occur', () => {
  const { bars, legend } = drawn(
    post('X1', { start: '2010', end: '2012', status: 'mandat' }),
    post('X2', { start: '2013', end: '2014', status: 'emploi salarié' }),
    post('X3', { start: '2015', end: '2016', status: 'bénévolat' }),
    post('X4', { start: '2017', end: '2018' }),
  );
  expect(bars.map(({ kind }) => kind)).toEqual(['commitment', 'work', 'commitment', 'other']);
  expect(bars.map(({ hatch }) => hatch !== undefined)).toEqual([true, false, true, false]);
  expect(legend.map(({ kind }) => kind)).toEqual(['work', 'commitment', 'other']);
});

describe.each([1, 3, 25])('%i posts with titles of ninety characters', (count) => {
  const posts = Array.from({ length: count }, (_, index) =>
    post(`X${index}`, {
      title: 'Responsable du développement des partenariats et de la vie associative, puis directrice adj.',
      start: `${1994 + index}-0${1 + (index % 9)}`,
      ...(index % 3 === 0 ? {} : { end: `${1995 + index + (index % 5)}` }),
    }),
  );
  const { bars, width, height, base, ticks } = drawn(...posts);

  test('stay inside the page, in one direction or the other of their bar', () => {
    for (const { x, width: long, label } of bars) {
      const signs = label.text.length * 1.3;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + long).toBeLessThanOrEqual(width);
      expect(label.anchor === 'start' ? label.x + signs : label.x).toBeLessThanOrEqual(width + 0.1);
      expect(label.anchor === 'start' ? label.x : label.x - signs).toBeGreaterThanOrEqual(-0.1);
      expect(label.text.length).toBeGreaterThan(20);
    }
    expect(height).toBeLessThan(190);
  });

  test('the scale keeps its years apart', () => {
    const labelled = ticks.filter((tick) => tick.labelled).map(({ x }) => x);
    expect(labelled.length).toBeGreaterThan(1);
    for (const [index, x] of labelled.entries()) {
      if (index > 0) expect(x - labelled[index - 1]!).toBeGreaterThanOrEqual(13);
    }
    expect(bars.every(({ y, height: tall }) => y + tall <= base)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../../src/domain/cohort/deadlines.ts';
import { addDays, addMonths, daysBetween } from '../../../src/domain/dates.ts';
import { buildPortfolio, smallReferential } from '../../support/build-portfolio.ts';

type Dates = NonNullable<Parameters<typeof buildPortfolio>[0]>['dates'];

const dueOf = (dates: Dates, today: string, end = '2035-01-31') =>
  deadlinesOf(buildPortfolio({ dates }), smallReferential(end), today).map(({ kind, due, days }) => [
    kind,
    due,
    days,
  ]);

describe('days', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['1900-02-28', '1900-03-01', 1],
    ['2024-01-01', '2025-01-01', 366],
    ['2026-03-01', '2026-02-28', -1],
    ['2025-12-31', '2026-01-01', 1],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test('agree with the calendar of the language over sixty years', () => {
    const start = Date.UTC(1990, 0, 1);
    for (let day = 0; day < 365 * 60; day += 1) {
      const text = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
      if (daysBetween('1990-01-01', text) !== day || addDays('1990-01-01', day) !== text)
        expect([text, daysBetween('1990-01-01', text), addDays('1990-01-01', day)]).toEqual([
          text,
          day,
          text,
        ]);
    }
  });
});

describe('six months after the last activity', () => {
  test.each([
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2027-08-29', '2028-02-29'],
    ['2026-05-22', '2026-11-22'],
    ['2026-12-31', '2027-06-30'],
  ])('from %s end on %s', (lastActivity, due) => {
    expect(addMonths(lastActivity, 6)).toBe(due);
    expect(dueOf({ lastActivity }, due)).toEqual([['activity', due, 0]]);
    expect(dueOf({ lastActivity }, addDays(due, 1))).toEqual([['activity', due, -1]]);
  });

  test('count from the recevabilité where no later activity is noted', () => {
    expect(dueOf({ eligible: '2026-07-01' }, '2026-11-22')).toEqual([['activity', '2027-01-01', 40]]);
    expect(dueOf({ eligible: '2026-07-01', lastActivity: '2026-10-01' }, '2026-11-22')).toEqual([
      ['activity', '2027-04-01', 130],
    ]);
  });

  test('are over with a jury’s date, and everything is once it has met', () => {
    const dates = { eligible: '2025-01-01', deposit: '2026-10-01', jury: '2026-11-22' };
    expect(dueOf(dates, '2026-11-22')).toEqual([['jury', '2026-11-22', 0]]);
    expect(dueOf(dates, '2026-11-23')).toEqual([]);
  });
});

describe('the other dates', () => {
  test('overdue first, then the nearest', () => {
    expect(dueOf({ sent: '2026-09-20', deposit: '2026-12-01' }, '2026-11-22')).toEqual([
      ['eligibility', '2026-11-20', -2],
      ['deposit', '2026-12-01', 9],
    ]);
  });

  test('a deposit whose day has passed asks for an answer until the jury is known', () => {
    expect(dueOf({ deposit: '2026-11-21' }, '2026-11-22')).toEqual([['deposit', '2026-11-21', -1]]);
    expect(dueOf({ deposit: '2026-11-21', jury: '2027-01-10' }, '2026-11-22')).toEqual([
      ['jury', '2027-01-10', 49],
    ]);
  });

  test('the registration’s end presses those who are not declared recevable, its last day included', () => {
    const end = '2026-11-22';
    expect(dueOf({}, '2026-11-22', end)).toEqual([['registration', end, 0]]);
    expect(dueOf({}, '2026-11-23', end)).toEqual([['registration', end, -1]]);
    expect(dueOf({ eligible: end, jury: '2026-12-01' }, '2026-11-23', end)).toEqual([
      ['jury', '2026-12-01', 8],
    ]);
    expect(dueOf({ eligible: '2026-11-23' }, '2026-11-23', end).map(([kind]) => kind)).toContain(
      'registration',
    );
    expect(dueOf({}, '2020-01-01', end)).toEqual([]);
  });
});

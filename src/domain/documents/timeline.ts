/**
 * The career as a picture: one lane for each post, the oldest on top, against a scale of years. Fillings tell what kind of
 * post it was, arrowheads what goes on or began nobody knows when. Lengths are millimetres; the table of the career says the
 * same in words.
 */
import { firstDay, lastDay } from '../dates.ts';
import type { Experience } from '../portfolio.ts';
import { shorten } from '../review/target.ts';

export const POST_KINDS = ['work', 'commitment', 'training', 'other'] as const;
/** Paid work; voluntary work, mandates and care; training; whatever else, or unsaid. */
export type PostKind = (typeof POST_KINDS)[number];

export interface Bar {
  readonly kind: PostKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** SVG path of slanted lines, where the kind is told by them. */
  readonly hatch: string | undefined;
}

export interface TimelineBar extends Bar {
  readonly id: string;
  readonly title: string;
  readonly status: Experience['status'];
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** SVG path of an arrowhead: still going on (right), or begun at an unknown date (left). */
  readonly arrow: string | undefined;
  /** The title, cut where the page has no room. */
  readonly label: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  };
}

export interface Timeline {
  readonly width: number;
  readonly height: number;
  /** Bottom of the lanes, where the scale stands. */
  readonly base: number;
  readonly ticks: readonly { readonly x: number; readonly year: number; readonly labelled: boolean }[];
  readonly bars: readonly TimelineBar[];
  /** One bar of each kind that occurs. */
  readonly legend: readonly Bar[];
  /** Titles of posts without any date: they have no place on a scale. */
  readonly undated: readonly string[];
  readonly from: number;
  readonly to: number;
}

const WIDTH = 162;
const BAR = 2.4;
const LANE = 4.6;
/** A lane whose title stands above its bar. */
const TALL_LANE = 7.4;
const SCALE = 7;
const GAP = 1.6;
const ARROW = 2;
/** Of a title in the smallest size of the sans face, on the generous side. */
const SIGN = 1.3;
/** A title shorter than this beside its bar says too little. */
const FEWEST_SIGNS = 30;
const LEAST = 1.2;
/** A post of which only the end is known. */
const UNKNOWN = 8;
const TICK_ROOM = 13;

const KINDS: Readonly<Partial<Record<NonNullable<Experience['status']>, PostKind>>> = {
  'emploi salarié': 'work',
  'fonction publique': 'work',
  indépendant: 'work',
  alternance: 'work',
  bénévolat: 'commitment',
  mandat: 'commitment',
  'service civique': 'commitment',
  volontariat: 'commitment',
  'aidant familial': 'commitment',
  stage: 'training',
  formation: 'training',
};

const kindOfPost = ({ status }: Pick<Experience, 'status'>): PostKind => (status && KINDS[status]) ?? 'other';

const round = (length: number): number => Math.round(length * 100) / 100;

/** Years since the beginning of our era, months and days as a fraction. */
const yearsOf = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12 + (date - 1) / 365;
};

interface Span {
  readonly experience: Experience;
  readonly start: number | undefined;
  readonly end: number;
}

const isDated = ({ start, end }: Experience): boolean => start !== undefined || end !== undefined;

/** `today`: `YYYY-MM-DD`, where posts that go on end for now. Undefined where no post has a date. */
export const timelineOf = (experiences: readonly Experience[], today: string): Timeline | undefined => {
  const now = yearsOf(today);
  const spans = experiences.filter(isDated).map((experience): Span => {
    const { start, end } = experience;
    const began = start === undefined ? undefined : yearsOf(firstDay(start));
    return {
      experience,
      start: began,
      end: end === undefined ? Math.max(now, began ?? 0) : yearsOf(lastDay(end)),
    };
  });
  if (spans.length === 0) return undefined;
  const from = Math.floor(Math.min(...spans.map(({ start, end }) => start ?? end - 1)));
  const to = Math.max(from + 1, Math.ceil(Math.max(...spans.map(({ end }) => end))));
  const scale = (year: number): number => round(((year - from) / (to - from)) * WIDTH);
  let y = 0;
  const bars = spans
    .toSorted((a, b) => (a.start ?? a.end) - (b.start ?? b.end) || a.end - b.end)
    .map((span) => {
      const { bar, height } = laneOf(span, y, scale);
      y = round(y + height);
      return bar;
    });
  return {
    width: WIDTH,
    height: y + SCALE,
    base: y,
    ticks: ticksOf(from, to, scale),
    bars,
    legend: POST_KINDS.filter((kind) => bars.some((bar) => bar.kind === kind)).map((kind) =>
      barOf(kind, 0.2, 0.2, 7, BAR),
    ),
    undated: experiences.filter((experience) => !isDated(experience)).map(({ title }) => title),
    from,
    to,
  };
};

const laneOf = (
  { experience, start, end }: Span,
  top: number,
  scale: (year: number) => number,
): { readonly bar: TimelineBar; readonly height: number } => {
  const isOpen = experience.end === undefined;
  const right = Math.max(scale(end) - (isOpen ? ARROW : 0), 0);
  const left = start === undefined ? Math.max(0, right - UNKNOWN) + ARROW : scale(start);
  const x = round(Math.max(0, Math.min(left, WIDTH - LEAST - (isOpen ? ARROW : 0))));
  const width = round(Math.max(right - x, LEAST));
  const arrowEnd = isOpen ? ARROW : 0;
  const arrowStart = start === undefined ? ARROW : 0;
  const rooms = { end: x - arrowStart - GAP, start: WIDTH - x - width - arrowEnd - GAP };
  const anchor = rooms.start >= rooms.end || rooms.start >= experience.title.length * SIGN ? 'start' : 'end';
  const wanted = Math.min(experience.title.length, FEWEST_SIGNS) * SIGN;
  const isAbove = rooms[anchor] < wanted;
  const y = round(top + (isAbove ? TALL_LANE - BAR - 1 : (LANE - BAR) / 2));
  const room = isAbove ? Math.max(WIDTH - x, x + width) : rooms[anchor];
  const text = shorten(experience.title, Math.max(4, Math.floor(room / SIGN)));
  // Above its bar a title begins where the bar does, unless it then would not fit.
  const aboveAnchor = WIDTH - x >= text.length * SIGN ? 'start' : 'end';
  const middle = round(y + BAR / 2);
  return {
    height: isAbove ? TALL_LANE : LANE,
    bar: {
      ...barOf(kindOfPost(experience), x, y, width, BAR),
      id: experience.id,
      title: experience.title,
      status: experience.status,
      start: experience.start,
      end: experience.end,
      arrow: isOpen
        ? arrowhead(x + width, middle, 1)
        : start === undefined
          ? arrowhead(x, middle, -1)
          : undefined,
      label: isAbove
        ? { text, x: aboveAnchor === 'start' ? x : round(x + width), y: round(y - 0.9), anchor: aboveAnchor }
        : {
            text,
            x: round(anchor === 'start' ? x + width + arrowEnd + GAP : x - arrowStart - GAP),
            y: round(middle + 0.95),
            anchor,
          },
    },
  };
};

const arrowhead = (x: number, middle: number, way: 1 | -1): string =>
  `M${round(x)} ${round(middle - BAR / 2)}L${round(x + way * (ARROW - 0.4))} ${middle}L${round(x)} ${round(middle + BAR / 2)}Z`;

const barOf = (kind: PostKind, x: number, y: number, width: number, height: number): Bar => ({
  kind,
  x,
  y,
  width,
  height,
  hatch: kind === 'commitment' ? hatchOf(x, y, width, height) : undefined,
});

/** Lines at 45°, cut at the edges of the bar: a pattern would need an id, and some printers make a picture of it. */
const hatchOf = (x: number, y: number, width: number, height: number): string => {
  const lines: string[] = [];
  for (let foot = -height + 0.6; foot < width; foot += 1.1) {
    const [from, to] = [Math.max(0, foot), Math.min(width, foot + height)];
    lines.push(
      `M${round(x + from)} ${round(y + height - (from - foot))}L${round(x + to)} ${round(y + height - (to - foot))}`,
    );
  }
  return lines.join('');
};

/** A line for each year as long as they stay apart, and a number wherever there is room for it. */
const ticksOf = (from: number, to: number, scale: (year: number) => number): Timeline['ticks'] => {
  const perYear = WIDTH / (to - from);
  const every = [1, 2, 5, 10, 20].find((step) => step * perYear >= TICK_ROOM) ?? 50;
  const each = perYear >= 2.5 ? 1 : every;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .filter((year) => year % each === 0)
    .map((year) => ({
      x: scale(year),
      year,
      labelled: year % every === 0 && scale(year) <= WIDTH - 8,
    }));
};

import type { PostKind, Timeline, TimelineBar } from '../../../domain/documents/timeline.ts';
import { longDate } from '../dates.ts';

const KINDS: Record<PostKind, string> = {
  work: 'emploi',
  commitment: 'bénévolat, mandat, engagement',
  training: 'formation, stage',
  other: 'autre expérience',
};

const when = ({ start, end }: TimelineBar): string => {
  if (start === undefined) return `jusqu’à ${longDate(end ?? '')}`;
  if (end === undefined) return `depuis ${longDate(start)}`;
  return start === end ? longDate(start) : `${longDate(start)} à ${longDate(end)}`;
};

/** Words of the picture of the career. */
export const timeline = {
  kinds: KINDS,
  caption: 'Frise du parcours',
  /** What the picture shows, for whoever does not see it. */
  picture: ({ from, to, bars }: Timeline): string =>
    [
      // The scale ends where the year after the last begins.
      to - from > 1 ? `Frise du parcours, de ${from} à ${to - 1}` : `Frise du parcours en ${from}`,
      ...bars.map((bar) =>
        [bar.title, bar.status, when(bar)].filter((part) => part !== undefined).join(', '),
      ),
    ].join('. '),
  undated: (titles: readonly string[]): string => `Sans date : ${titles.join(' ; ')}.`,
} as const;

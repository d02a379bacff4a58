/** Cuts a form of Word at its headings and puts our own lines aside. */
import type { Unrecognised } from '../../app/ports/worksheet.ts';
import { plainText, type Run } from './blocks.ts';
import type { Item, Paragraph } from './docx-items.ts';
import { STYLES } from './docx-styles.ts';
import type { Landmarks } from './form.ts';
import { readMark } from './mark.ts';

export interface FormSection {
  /** Of the field it answers; undefined for text that stands nowhere. */
  readonly key: string | undefined;
  readonly place: Unrecognised['place'];
  readonly heading: string;
  readonly items: Item[];
}

/** A heading of the form's own level, ours or not; a bookmark of ours still tells one that lost its style or its words. */
const headingOf = (paragraph: Paragraph, landmarks: Landmarks): { key: string | undefined } | undefined => {
  const text = plainText(paragraph.runs);
  const byLabel = landmarks.keyOf(text);
  const byBookmark = paragraph.bookmarks
    .map((name) => landmarks.keyOfBookmark(name))
    .find((key) => key !== undefined);
  if (text.trim() === '') return undefined;
  if (paragraph.heading === 1) return { key: byLabel ?? byBookmark };
  return byLabel !== undefined && byLabel === byBookmark ? { key: byLabel } : undefined;
};

const cut = (runs: readonly Run[], letters: number): Run[] => {
  let left = letters;
  return runs.flatMap((run) => {
    const taken = Math.min(left, run.text.length);
    left -= taken;
    return taken === 0 ? [run] : taken < run.text.length ? [{ ...run, text: run.text.slice(taken) }] : [];
  });
};

/** Without a question that stands before the answer on the same line; undefined for a line that is ours altogether. */
const answerIn = (paragraph: Paragraph, landmarks: Landmarks): Paragraph | undefined => {
  const text = plainText(paragraph.runs);
  if (landmarks.isOurs(text)) return undefined;
  // An answer may repeat a question; one that was typed behind it stands in the question's style.
  if (paragraph.style !== STYLES.guidance.toLowerCase()) return paragraph;
  const asked = landmarks.guidance.find((line) => text.startsWith(line));
  return { ...paragraph, style: '', runs: cut(paragraph.runs, asked?.length ?? 0).map(upright) };
};

/** The question's italics are its style's; a program that turned them into its own means none of them. */
const upright = ({ emphasis: _italics, ...run }: Run): Run => run;

const isMark = ({ style, runs }: Paragraph): boolean =>
  style === STYLES.mark.toLowerCase() || readMark(plainText(runs)) !== undefined;

export const cutAtHeadings = (items: readonly Item[], landmarks: Landmarks): FormSection[] => {
  const sections: FormSection[] = [{ key: undefined, place: 'before', heading: '', items: [] }];
  const seen = new Set<string>();
  for (const item of items) {
    if (item.type === 'table') {
      sections.at(-1)?.items.push(item);
      continue;
    }
    if (isMark(item)) {
      sections.push({ key: undefined, place: 'end', heading: '', items: [] });
      continue;
    }
    const heading = headingOf(item, landmarks);
    if (heading) {
      const { key } = heading;
      const isNew = key !== undefined && !seen.has(key);
      if (key !== undefined) seen.add(key);
      sections.push({
        key: isNew ? key : undefined,
        place: key === undefined ? 'heading' : 'repeated',
        heading: plainText(item.runs).trim(),
        items: [],
      });
      continue;
    }
    const answer = answerIn(item, landmarks);
    if (answer) sections.at(-1)?.items.push(answer);
  }
  return sections;
};

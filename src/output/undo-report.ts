import type { TextList, UndoPlan } from '../app/ports/undo.ts';
import { words } from '../catalogue/index.ts';
import type { ContentChanges, EntryChange } from '../domain/content-changes.ts';
import { createPage } from './page.ts';
import type { Terminal } from './terminal.ts';
import { jsonDocument } from './json-document.ts';

/** More are counted. */
const MOST_ENTRIES = 12;

const labelOf = ({ collection, id, title }: EntryChange): string =>
  words.undo.label(words.entityLabel(collection) ?? collection, id, title.replaceAll(/\s+/gu, ' '));

const fieldsOf = ({ fields }: ContentChanges): string =>
  fields.map((key) => words.fieldLabel(key) ?? key).join(', ');

const linesOf = (changes: ContentChanges): string[] => {
  const { change, fields, more } = words.undo;
  const lines = changes.entries.map((entry) => change[entry.change](labelOf(entry)));
  return [
    ...lines.slice(0, MOST_ENTRIES),
    ...(lines.length > MOST_ENTRIES ? [more(lines.length - MOST_ENTRIES)] : []),
    ...(changes.fields.length > 0 ? [fields(fieldsOf(changes))] : []),
  ];
};

/** What going back would change, for whoever decides. */
export const undoText = (
  { target, changes, isTargetReadable, lostProofs }: UndoPlan,
  terminal: Terminal,
): string => {
  const { title, layoutOnly, unknown, unreadable, lost } = words.undo;
  const page = createPage(terminal);
  page.title(title(target.count, target.replaced));
  if (!isTargetReadable) page.say(unreadable);
  if (changes === undefined && isTargetReadable) page.say(unknown);
  const lines = changes === undefined ? [] : linesOf(changes);
  for (const line of lines) page.item(line);
  if (changes !== undefined && lines.length === 0) page.say(layoutOnly);
  if (lostProofs.length > 0) page.say(lost(lostProofs));
  return page.text();
};

const document = (content: Readonly<Record<string, unknown>>): string =>
  jsonDocument({ version: 1, ...content });

export const undoDocument = ({ folder, target, changes, lostProofs }: UndoPlan): string =>
  document({ folder, restored: target, changes: changes ?? null, lostProofs });

/** Few words for many changes: a line is read among a hundred. */
const inShort = (changes: ContentChanges | undefined): string => {
  const { short, layout, notReadable } = words.undo;
  if (changes === undefined) return notReadable;
  const parts = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const ids = changes.entries.filter(({ change }) => change === kind).map(({ id }) => id);
    if (ids.length === 0) return [];
    return [short[kind](ids.slice(0, 4).join(', ') + (ids.length > 4 ? ` +${ids.length - 4}` : ''))];
  });
  const all = [...parts, ...(changes.fields.length > 0 ? [fieldsOf(changes)] : [])];
  return all.length === 0 ? layout : all.join(' ; ');
};

/** The texts that can be gone back to, the newest first, each with what replaced it. */
export const textsList = ({ texts, at }: TextList, terminal: Terminal): string => {
  const { listTitle, entry, here, refused, undone } = words.undo;
  const page = createPage(terminal);
  if (texts.length > 0) page.title(listTitle);
  for (const [index, { text, changes }] of texts.entries()) {
    const after = index === 0 && at !== undefined ? undone : inShort(changes);
    const mark = text.count === at ? here : '';
    page.item(`${entry(text.count, text.replaced)}${mark} : ${text.stood ? after : refused}`, 0);
  }
  return texts.length === 0 ? '' : page.text();
};

export const textsDocument = ({ texts, at }: TextList): string =>
  document({
    at: at ?? null,
    texts: texts.map(({ text, changes }) => ({ ...text, changes: changes ?? null })),
  });

/** Adding to, changing and shortening the private list. A name is no argument of an error: errors are kept and sent. */
import type { NameKind } from '../../domain/privacy/name-forms.ts';
import { findEntry, nextEntryId, PseudonymEntry } from '../../domain/privacy/pseudonym-file.ts';
import { AcquisError } from '../errors.ts';
import type { PseudonymLists } from '../ports/privacy.ts';

export interface PseudonymFields {
  readonly name?: string | undefined;
  readonly pseudonym?: string | undefined;
  readonly kind?: NameKind | undefined;
  /** Replaces the former ones; none of them empty. */
  readonly aliases?: readonly string[] | undefined;
}

const sound = (entry: unknown): PseudonymEntry => {
  const parsed = PseudonymEntry.safeParse(entry);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? 'name');
  throw new AcquisError('usage', 'pseudonym-refused', { field });
};

const require = (entries: readonly PseudonymEntry[], typed: string): PseudonymEntry => {
  const entry = findEntry(entries, typed);
  if (entry) return entry;
  throw new AcquisError('usage', 'unknown-pseudonym', { known: entries.map(({ id }) => id).join(', ') });
};

const requireNew = (entries: readonly PseudonymEntry[], { id, name }: PseudonymEntry): void => {
  const other = findEntry(
    entries.filter((one) => one.id !== id),
    name,
  );
  if (other) throw new AcquisError('usage', 'pseudonym-twice', { id: other.id });
};

export const addPseudonym = async (
  lists: PseudonymLists,
  folder: string,
  { name, pseudonym, kind, aliases = [] }: PseudonymFields,
): Promise<PseudonymEntry> => {
  let added: PseudonymEntry | undefined;
  await lists.change(folder, (entries) => {
    added = sound({
      id: nextEntryId(entries),
      name,
      pseudonym,
      ...(kind && { kind }),
      aliases: [...aliases],
    });
    requireNew(entries, added);
    return [...entries, added];
  });
  return added!;
};

export const editPseudonym = async (
  lists: PseudonymLists,
  { folder, id }: { readonly folder: string; readonly id: string },
  fields: PseudonymFields,
): Promise<PseudonymEntry> => {
  let edited: PseudonymEntry | undefined;
  await lists.change(folder, (entries) => {
    const before = require(entries, id);
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const after = sound({ ...before, ...Object.fromEntries(given) });
    edited = after;
    requireNew(entries, after);
    return entries.map((entry) => (entry.id === before.id ? after : entry));
  });
  return edited!;
};

export const removePseudonym = async (
  lists: PseudonymLists,
  { folder, id }: { readonly folder: string; readonly id: string },
): Promise<PseudonymEntry> => {
  let removed: PseudonymEntry | undefined;
  await lists.change(folder, (entries) => {
    const gone = require(entries, id);
    removed = gone;
    return entries.filter((entry) => entry.id !== gone.id);
  });
  return removed!;
};

import type { BatchItem, ItemOutcome, RunJournal } from '../../src/app/ports/batch-run.ts';

/** Items as a selection would give them, by their names alone. */
export const batchItems = (...names: string[]): BatchItem[] =>
  names.map((name) => ({
    folder: { path: `/cohorte/${name}`, shown: name, key: name, identity: `/cohorte/${name}` },
    certification: undefined,
    documents: undefined,
    name,
  }));

export const doneOutcome = (item: BatchItem, fields: Partial<ItemOutcome> = {}): ItemOutcome => ({
  folder: item.folder.shown,
  certification: 'ESSAI1',
  status: 'done',
  documents: [`${item.name}/exports/portfolio.pdf`],
  findings: [],
  error: null,
  ...fields,
});

/** A journal that forgets at the end; `before` is what an interrupted run had recorded, by folder. */
export const memoryJournal = (
  before: Readonly<Record<string, ItemOutcome>> = {},
): RunJournal & { readonly recorded: readonly ItemOutcome[] } => {
  const recorded: ItemOutcome[] = [];
  return {
    recorded,
    found: Object.keys(before).length,
    lasts: true,
    kept: async ({ folder }) => before[folder.key],
    record: async (_, outcome) => void recorded.push(outcome),
    outcomes: async function* (items) {
      for (const item of items)
        yield [item, recorded.find(({ folder }) => folder === item.folder.shown) ?? before[item.folder.key]];
    },
    close: async () => undefined,
  };
};

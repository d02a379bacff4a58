/** What a person hears after a proof was added or changed, while its file is still at hand. */
import { findingsOfProof } from '../app/proof-findings.ts';
import type { Assignment } from '../app/entity-fields.ts';
import { words } from '../catalogue/index.ts';
import type { Evidence } from '../domain/portfolio.ts';
import { sayLine } from '../output/error-report.ts';
import { sayFinding } from '../output/finding-notice.ts';
import type { Cli } from './context.ts';

export const sayProof = async (
  { folder, today, assignments }: { folder: string; today: string; assignments: readonly Assignment[] },
  proof: Evidence,
  cli: Cli,
): Promise<void> => {
  const { settled } = words.proofs;
  const isTyped = (field: string): boolean => assignments.some(({ spec }) => spec.field === field);
  const isNoted = (field: 'askedOn' | 'receivedOn', by: readonly string[]): boolean =>
    proof[field] === today && !isTyped(field) && by.some(isTyped);
  if (isNoted('askedOn', ['state', 'askedFrom'])) sayLine(settled.askedToday(today), cli.terminal);
  if (isNoted('receivedOn', ['file', 'url'])) sayLine(settled.received(today), cli.terminal);
  const given = new Set(
    assignments.filter(({ spec }) => spec.kind === 'file').map(({ spec }) => `--${spec.flag}`),
  );
  if (given.size === 0) return;
  const store = await cli.store();
  const found = await findingsOfProof(store, await store.open(folder), proof.id, today);
  // What was said of the other file when it came need not be said again.
  for (const one of found) if (given.has(String(one.args['option']))) sayFinding(one, cli.terminal);
};

import { expect, test } from 'vitest';
import type { BatchItem } from '../../../src/app/ports/batch-run.ts';
import { finding } from '../../../src/domain/findings.ts';
import { listMadeWithErrors } from '../../../src/output/batch/summary.ts';
import { createTerminal } from '../../../src/output/terminal.ts';
import { batchItems, doneOutcome } from '../../support/batch-items.ts';

const lost = finding('evidence-missing', 'evidence.P01', {
  id: 'P01',
  title: 'Bilan',
  file: 'preuves/P01.pdf',
  from: '',
});
const undated = finding('evidence-undated', 'evidence.P02', { id: 'P02', title: 'Note' });

test('documents made from a folder whose proof is lost are told at the end, others are not', () => {
  const [whole, lacking, again, checked] = batchItems('ada', 'zoé', 'bob', 'eve') as [
    BatchItem, BatchItem, BatchItem, BatchItem,
  ]; // prettier-ignore
  let said = '';
  const terminal = {
    ...createTerminal({ env: {}, color: false }, () => undefined),
    say: (text: string) => void (said += text),
  };
  const list = listMadeWithErrors();
  list.add(doneOutcome(whole, { findings: [undated] }));
  list.add(doneOutcome(checked, { status: 'findings', findings: [lost] }));
  list.say(terminal);
  expect(said).toBe('');
  list.add(doneOutcome(lacking, { findings: [lost, undated] }));
  list.add(doneOutcome(again, { status: 'skipped', findings: [lost] }));
  list.say(terminal);
  expect(said).toContain('zoé, bob');
  expect(said).not.toMatch(/ada|eve/u);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAnswersFile } from '../../src/storage/answers-file.ts';
import { temporaryFolder } from '../support/portfolio-folder.ts';

test('a file of answers that YAML refuses is told by its lines, not by a number of answer', async () => {
  const file = join(temporaryFolder(), 'réponses.yaml');
  writeFileSync(file, '- a: b\n- c: d\n  c: e\n');
  await expect(readAnswersFile(file)).rejects.toMatchObject({
    kind: 'data',
    code: 'unreadable-answers',
    details: [{ file, line: 3, code: 'duplicate-key', found: 'c' }],
  });
});

import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { finding } from '../../src/domain/findings.ts';
import { createNotices } from '../../src/output/finding-notice.ts';
import type { Terminal } from '../../src/output/terminal.ts';

const missing = (id: string) =>
  finding('evidence-missing', `evidence.${id}`, { id, file: `preuves/${id}.pdf` });

test('a remedy common to findings that follow each other stands once, under the last of them', () => {
  const lines: string[] = [];
  const terminal = {
    say: (text: string) => void lines.push(text),
    sentenceWidth: 200,
    style: { people: new Chalk({ level: 0 }) },
  } as unknown as Terminal;
  const notices = createNotices(terminal);
  notices.say(missing('P01'));
  notices.say(missing('P02'));
  notices.say(finding('evidence-empty', 'evidence.P03', { id: 'P03', file: 'x.pdf', option: '--file' }));
  notices.flush();
  notices.flush();
  expect(lines.map((line) => line.slice(0, 5))).toEqual(['! P01', '! P02', '  → R', '! P03', '  → R']);
});

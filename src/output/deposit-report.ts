import type { Deposit, DepositRefusal } from '../app/ports/deposit.ts';
import type { Sentence } from '../catalogue/fr/sentence.ts';
import { words } from '../catalogue/index.ts';
import type { DepositTarget } from '../domain/deposit/targets.ts';
import { sayLine, saySentence } from './error-report.ts';
import type { Notices } from './finding-notice.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';

const sentenceOf = (
  refusal: Exclude<DepositRefusal, { code: 'finding' }>,
  { maxBytes, maxAttachments }: DepositTarget,
): Sentence => {
  const { refusals } = words.deposit;
  switch (refusal.code) {
    case 'main-too-large':
      return refusals['main-too-large'](refusal.bytes, maxBytes);
    case 'page-too-large':
      return refusals['page-too-large'](refusal, maxBytes);
    case 'too-many-files':
      return refusals['too-many-files'](refusal.needed, maxAttachments, refusal.coarsened);
  }
};

export const sayRefusal = (
  refusal: DepositRefusal,
  target: DepositTarget,
  notices: Notices,
  terminal: Terminal,
): void => {
  if (refusal.code === 'finding') return notices.say(refusal.finding);
  notices.flush();
  saySentence(sentenceOf(refusal, target), terminal);
};

/** Which annexes show less than the proofs they are made of, for whoever deposits them. */
export const sayCoarsened = ({ coarsened }: Deposit, terminal: Terminal): void => {
  if (coarsened.length === 0) return;
  sayLine(words.deposit.slip.coarsened, terminal);
  for (const annex of coarsened) sayLine(words.deposit.slip.coarsenedLine(annex), terminal);
};

/** Which file holds which annexes, on which pages, and the hash that tells whether it arrived as it left. */
export const depositSlip = ({ target, files, coarsened, apart }: Deposit, date: string): string => {
  const { slip, targets } = words.deposit;
  const types = target.types.join(', ');
  const blocks = [
    [
      slip.title(targets[target.id], date),
      slip.limits(target.maxAttachments, target.maxBytes, types),
      slip.source(target.source, target.read),
    ],
    ...files.map(({ name, role, bytes, sha256, pages, annexes }) => [
      slip.file(name, slip.roles[role], bytes.length, pages.first, pages.last),
      ...annexes.map(({ number, title, page, part }) => slip.annex(number, title, page, part)),
      slip.digest(sha256),
    ]),
    ...(coarsened.length === 0
      ? []
      : [[slip.coarsened, ...coarsened.map((annex) => slip.coarsenedLine(annex))]]),
    ...(apart.length === 0
      ? []
      : [
          [
            slip.apart,
            ...apart.map(({ args }) =>
              slip.apartLine(String(args['title'] ?? ''), String(args['file'] ?? '')),
            ),
          ],
        ]),
  ];
  return `${blocks.map((lines) => lines.map((line) => safeText(line)).join('\n')).join('\n\n')}\n`;
};

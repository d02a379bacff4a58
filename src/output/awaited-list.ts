import { words } from '../catalogue/index.ts';
import { requestsOf, type RequestGroup } from '../domain/evidence/awaited.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import type { Referential } from '../domain/referential.ts';
import { entityDocument, shortIds } from './entity-list.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

export interface AwaitedInput {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Each line is a paragraph of its own, so that a mail program breaks it as it likes. */
const messageFor = ({ proofs }: RequestGroup, { portfolio, referential, today }: AwaitedInput): string => {
  const { deposit } = portfolio.dates;
  return words.proofs.awaited
    .message({
      titles: proofs.map(({ title }) => title),
      name: portfolio.candidate.name,
      certification: referential.title,
      deadline: deposit !== undefined && deposit > today ? deposit : undefined,
      again: proofs.some(({ state }) => state !== 'à demander'),
    })
    .join('\n');
};

/** Who still has to send what, and a message for each. */
export const awaitedText = (input: AwaitedInput, { width, style }: Terminal): string => {
  const { awaited, asked } = words.proofs;
  const groups = requestsOf(input.portfolio, input.today).map((group) => [
    style.data.bold(wrap(safeText(awaited.heading(group)), width)),
    ...group.proofs.flatMap((proof) => {
      const ids = shortIds(proof.competences, input.portfolio.certification);
      const parts = [
        `${proof.id} ${proof.title}`,
        // The person stands above.
        asked({ ...proof, from: undefined }),
        ...(ids === '' ? [] : [awaited.for(ids)]),
      ];
      return wrap(safeText(parts.join(' · ')), width, '    ', '  ');
    }),
    ...(group.from === undefined
      ? [wrap(awaited.nobody, width, '    ', '  ')]
      : [
          '',
          style.data.dim(awaited.copy),
          ...messageFor(group, input)
            .split('\n')
            .map((line) => wrap(safeText(line), width, line.startsWith('- ') ? '  ' : '')),
        ]),
  ]);
  return groups.map((lines) => `${lines.join('\n')}\n`).join('\n');
};

/** The same for machines; `message` is undefined where nobody is named. */
export const awaitedDocument = (input: AwaitedInput): string =>
  entityDocument({
    awaited: requestsOf(input.portfolio, input.today).map((group) => ({
      from: group.from ?? null,
      proofs: group.proofs.map(({ from: _named, ...proof }) => ({
        ...proof,
        askedOn: proof.askedOn ?? null,
        days: proof.days ?? null,
        promisedFor: proof.promisedFor ?? null,
        late: proof.late ?? null,
      })),
      message: group.from === undefined ? null : messageFor(group, input),
    })),
  });

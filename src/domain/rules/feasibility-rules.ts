import { COMMENT_LIMIT, commentLength } from '../feasibility-limit.ts';
import { finding } from '../findings.ts';
import { resolveBlockCode } from '../referential.ts';
import type { Rule } from './context.ts';

/** At this stage each block wants a yes, partly or no with a comment, and no proof. */
export const everyBlockIsAnswered: Rule = ({ portfolio, referential, coverage }) =>
  coverage.blocks
    .filter(({ state }) => state !== 'acquired' && state !== 'not-targeted')
    .flatMap(({ code }) => {
      const answer = portfolio.feasibility.blocks.find(
        ({ block }) => resolveBlockCode(referential, block) === code,
      );
      const path = `feasibility.${code}`;
      if (!answer) return [finding('feasibility-unanswered', path, { code })];
      if (answer.comment === undefined) return [finding('feasibility-uncommented', path, { code })];
      return commentLength(answer.comment).state === 'over'
        ? [
            finding('feasibility-comment-long', path, {
              code,
              length: answer.comment.length,
              limit: COMMENT_LIMIT.characters,
            }),
          ]
        : [];
    });

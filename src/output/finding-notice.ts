import { words } from '../catalogue/index.ts';
import type { Finding } from '../domain/findings.ts';
import { registrationFinding } from '../domain/referential/registration-finding.ts';
import type { Permission } from '../domain/referential/registration.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/** One finding that a person must hear of while something else is being done. */
export const sayFinding = (found: Finding, terminal: Terminal): void => {
  const notices = createNotices(terminal);
  notices.say(found);
  notices.flush();
};

/** Findings that follow each other: a remedy common to several stands once, under the last of them. */
export interface Notices {
  say(found: Finding): void;
  /** Before anything else is said, and at the end: the remedy that was kept back. */
  flush(): void;
}

export const createNotices = (terminal: Terminal): Notices => {
  const { people } = terminal.style;
  let kept: string | undefined;
  const flush = (): void => {
    if (kept !== undefined) terminal.say(wrap(safeText(kept), terminal.sentenceWidth, '    ', '  → '));
    kept = undefined;
  };
  return {
    say: ({ code, args }) => {
      const { message, hint } = words.findings[code](args);
      if (kept !== hint) flush();
      terminal.say(people.yellow(wrap(safeText(message), terminal.sentenceWidth, '  ', '! ')));
      kept = hint;
    },
    flush,
  };
};

/** What a registration's dates mean for this candidate, said before anything else; nothing when all is well. */
export const sayRegistration = (
  permission: Permission,
  eligible: string | undefined,
  terminal: Terminal,
): void => {
  const found = registrationFinding(permission, eligible);
  if (found !== undefined) sayFinding(found, terminal);
};

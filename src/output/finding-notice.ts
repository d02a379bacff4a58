import { words } from '../catalogue/index.ts';
import type { Finding } from '../domain/findings.ts';
import { registrationFinding } from '../domain/registration-finding.ts';
import type { Permission } from '../domain/registration.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/** One finding that a person must hear of while something else is being done. */
export const sayFinding = ({ code, args }: Finding, terminal: Terminal): void => {
  const { message, hint } = words.findings[code](args);
  terminal.say(terminal.style.people.yellow(wrap(safeText(message), terminal.sentenceWidth, '  ', '! ')));
  terminal.say(wrap(safeText(hint), terminal.sentenceWidth, '    ', '  → '));
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

import { words } from '../catalogue/index.ts';
import { registrationFinding } from '../domain/registration-finding.ts';
import type { Permission } from '../domain/registration.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What a registration's dates mean for this candidate, said before anything else; nothing when all is well. */
export const sayRegistration = (
  permission: Permission,
  eligible: string | undefined,
  terminal: Terminal,
): void => {
  const found = registrationFinding(permission, eligible);
  if (found === undefined) return;
  const { message, hint } = words.findings[found.code](found.args);
  terminal.say(terminal.style.people.yellow(wrap(safeText(message), terminal.width, '  ', '! ')));
  terminal.say(wrap(safeText(hint), terminal.width, '    ', '  → '));
};

import type { Command } from 'commander';
import { words } from '../../catalogue/index.ts';
import { bashScript } from './bash.ts';
import { describeProgram, type CompletedPlace } from './describe-program.ts';
import { fishScript } from './fish.ts';
import type { Shell } from './shells.ts';
import { zshScript } from './zsh.ts';

const WRITE: Readonly<Record<Shell, (places: readonly CompletedPlace[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** zsh knows a file of its functions folder by this line, the first. */
const FIRST: Partial<Record<Shell, string>> = { zsh: '#compdef acquis\n' };

/** A shell's script for everything a program lets one type; it never calls the program. */
export const completionScript = (shell: Shell, program: Command): string =>
  `${FIRST[shell] ?? ''}# ${words.completion.header(shell)}\n\n${WRITE[shell](describeProgram(program))}`;

import { release } from 'node:os';
import type { Diagnosis } from '../app/ports/diagnosis.ts';
import type { Cli } from './context.ts';

const flag = (value: boolean): number => (value ? 1 : 0);

/** What the process itself knows: no look at the disk, nothing started. */
export const terminalDiagnoses = ({ terminal, env }: Cli): Diagnosis[] => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  const isUtf8 = process.platform === 'win32' || process.platform === 'darwin' || /utf-?8/iu.test(locale);
  return [
    { code: 'node', status: isSupported ? 'ok' : 'warning', args: { version: process.versions.node } },
    {
      code: 'platform',
      status: 'ok',
      args: { platform: process.platform, arch: process.arch, release: release() },
    },
    {
      code: 'terminal',
      status: isUtf8 ? 'ok' : 'warning',
      args: {
        interactive: flag(terminal.interactive),
        width: terminal.width,
        colour: flag(terminal.style.people.level > 0),
        utf8: flag(isUtf8),
      },
    },
    { code: 'editor', status: 'ok', args: { editor: env['VISUAL'] ?? env['EDITOR'] ?? '' } },
  ];
};

import { words } from '../catalogue/index.ts';
import type { Finding } from '../domain/findings.ts';

/** A finding as JSON has it everywhere: its code and place for programs, its sentence and hint for people. */
export const findingDocument = ({ code, severity, path, args }: Finding): object => ({
  code,
  severity,
  path,
  args,
  ...words.findings[code](args),
});

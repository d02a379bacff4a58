import { resolveBlockCode, type Referential } from '../domain/referential.ts';
import { AcquisError } from './errors.ts';

/** The full code of a block as somebody typed it (`bc01`). Throws `unknown-id`, with those there are. */
export const requireBlock = (referential: Referential, typed: string): string => {
  const code = resolveBlockCode(referential, typed);
  if (code !== undefined) return code;
  const known = referential.blocks.map((block) => block.code).join(', ');
  throw new AcquisError('usage', 'unknown-id', { kind: 'block', id: typed, known });
};

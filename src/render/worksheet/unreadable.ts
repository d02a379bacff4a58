import { AcquisError } from '../../app/errors.ts';

/** Why a form cannot be read; the catalogue has a sentence for each. */
export type UnreadableReason =
  | 'archive'
  | 'checksum'
  | 'doctype'
  | 'encoding'
  | 'encrypted'
  | 'no-document'
  | 'too-deep'
  | 'too-large'
  | 'too-many'
  | 'xml';

/** `cause` where it is already one of ours. */
export const unreadable = (file: string, reason: UnreadableReason, cause?: unknown): AcquisError =>
  cause instanceof AcquisError
    ? cause
    : new AcquisError('data', 'worksheet-unreadable', { file, reason }, { cause });

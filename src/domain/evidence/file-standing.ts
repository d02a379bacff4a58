/** What a portfolio names a file of its folder for. */
export type FileRole = 'referential' | 'evidence' | 'publicFile' | 'organigramme';

/**
 * - `intact`: the bytes are those whose hash was recorded; `unrecorded`: it is there, and nothing tells whether it changed;
 * - `outside`: a link or a word of its path leads out of the folder, where nobody looked;
 * - `not-a-file`: a folder, a FIFO, a device; `unreadable`: the system refused.
 */
export type FileStanding =
  'intact' | 'unrecorded' | 'missing' | 'altered' | 'outside' | 'not-a-file' | 'unreadable';

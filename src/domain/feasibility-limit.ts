/** What the national platform takes in the comment of one block of a dossier de faisabilité. */
export const COMMENT_LIMIT = {
  characters: 10_000,
  /** Where the figure was read, and when; the official form asks for a comment and gives none. */
  source: 'code public de la plateforme France VAE (reva)',
  date: '2026-11-22',
} as const;

/** Below this a comment hardly says what was done, with what autonomy: ours. Thin ones make a dossier incomplete. */
const THIN = 300;

export interface CommentLength {
  readonly characters: number;
  readonly state: 'empty' | 'thin' | 'fine' | 'over';
}

/** Counted as browsers count what is typed into a form. */
export const commentLength = (comment: string | undefined): CommentLength => {
  const characters = comment?.trim().length ?? 0;
  if (characters === 0) return { characters, state: 'empty' };
  if (characters > COMMENT_LIMIT.characters) return { characters, state: 'over' };
  return { characters, state: characters < THIN ? 'thin' : 'fine' };
};

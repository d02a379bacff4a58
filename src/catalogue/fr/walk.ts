/** What the guided interview says, beside its questions. */
export const walk = {
  /** Choices that are ours; a value that is already a French word (a status, a kind) names itself. */
  choices: {
    yes: 'Oui',
    no: 'Non',
  },
};

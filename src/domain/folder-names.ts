/** What a portfolio's folder is made of: the one place where its names are spelt. */

export const PORTFOLIO_FILE = 'portfolio.yaml';

/** The référentiel it was made with. */
export const SNAPSHOT_FILE = 'referentiel.json';

/** Who is called what in documents: private, mode 0600. */
export const PSEUDONYM_FILE = 'pseudonymes.yaml';

/** Copies of the proofs. */
export const EVIDENCE_FOLDER = 'preuves';

/** Documents, unless `--out` says otherwise. */
export const EXPORTS_FOLDER = 'exports';

/** Working documents, below the folder of the others: nobody hands one in by mistake. */
export const WORK_FOLDER = 'travail';

/** Everything of ours that is not the candidate's: lock, earlier versions. */
export const PRIVATE_FOLDER = '.acquis';

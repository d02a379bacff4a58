/** What became of one folder of a run; `skipped`: there was nothing to do, `findings`: a check that does not pass. */
export type ItemStatus = 'done' | 'skipped' | 'findings' | 'failed' | 'not-started';

/** Making a folder of what a PDF carried: read as strictly as any folder that comes from somebody else. */
import type { CarriedSource } from '../../app/ports/source.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import type { Referential } from '../../domain/referential.ts';
import { PORTFOLIO_FILE, SNAPSHOT_FILE } from '../../domain/folder-names.ts';
import { invalidPortfolio, readDocument, requireSound } from '../portfolio/read-portfolio.ts';
import { soundSnapshot } from '../portfolio/snapshot.ts';
import { sha256 } from '../versions/versions.ts';

export interface SoundSource {
  readonly portfolio: Portfolio;
  readonly referential: Referential;
  /** As they were carried: what is written is what was attached. */
  readonly text: Uint8Array;
  readonly snapshot: Uint8Array;
  /** The pictures, by path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Throws `invalid-portfolio` and whatever else a folder with these files would be refused for. */
export const readSource = ({ files }: CarriedSource): SoundSource => {
  const { [PORTFOLIO_FILE]: text, [SNAPSHOT_FILE]: snapshot, ...pictures } = Object.fromEntries(files);
  const document = readDocument(text ?? new Uint8Array(), PORTFOLIO_FILE);
  const portfolio = document.portfolio ?? requireSound(document, PORTFOLIO_FILE, undefined);
  const bytes = snapshot ?? new Uint8Array();
  const referential = soundSnapshot(bytes, SNAPSHOT_FILE, portfolio.referential?.sha256 ?? sha256(bytes));
  if (referential.code !== portfolio.certification)
    throw invalidPortfolio(PORTFOLIO_FILE, [
      {
        file: PORTFOLIO_FILE,
        path: 'certification',
        code: 'snapshot-other',
        found: portfolio.certification,
        args: { known: referential.code },
      },
    ]);
  return {
    portfolio: requireSound(document, PORTFOLIO_FILE, referential),
    referential,
    text: text ?? new Uint8Array(),
    snapshot: bytes,
    pictures: new Map(Object.entries(pictures)),
  };
};

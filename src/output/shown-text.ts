import type { Shown } from '../domain/referential/listing.ts';
import { accompanimentText } from './accompaniment-text.ts';
import { essPortfolioText } from './ess-portfolio-text.ts';
import { referentialText } from './referential/text.ts';
import type { Terminal } from './terminal.ts';

/** Whatever `referential show` was asked for, as a page for people. */
export const shownText = (shown: Shown, terminal: Terminal): string => {
  switch (shown.kind) {
    case 'certification':
      return referentialText(shown.referential, shown.status, terminal);
    case 'ess-portfolio':
      return essPortfolioText(shown.essPortfolio, terminal);
    case 'accompaniment':
      return accompanimentText(shown.accompaniment, terminal);
  }
};

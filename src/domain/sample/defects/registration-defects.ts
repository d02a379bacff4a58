import { addMonths } from '../../dates.ts';
import type { Referential } from '../../referential.ts';
import type { Draft } from '../sample.ts';
import { withPortfolio } from './additions.ts';
import { findingKinds, type DefectKind } from './kind.ts';

/** The folder's own copy of the référentiel is changed: the register's dates do not wait for an example. */
const registered = (draft: Draft, registration: Partial<Referential['registration']>): Draft => ({
  ...draft,
  referential: {
    ...draft.referential,
    registration: { ...draft.referential.registration, successor: undefined, ...registration },
  },
});

/** No certification has it. */
const SUCCESSOR = 'RNCP99999';

const monthsAfter = ({ request }: Draft, months: number): string => addMonths(request.at, months);

export const registrationDefects: readonly DefectKind[] = [
  ...findingKinds(
    'any',
    {
      'registration-closed': (draft) =>
        withPortfolio(registered(draft, { end: monthsAfter(draft, -2) }), { dates: {} }),
      'registration-ended': (draft) => registered(draft, { end: monthsAfter(draft, -1) }),
      'registration-expiring': (draft) => registered(draft, { end: monthsAfter(draft, 12) }),
      'registration-replaced': (draft) =>
        registered(draft, {
          end: monthsAfter(draft, 40),
          successor: { code: SUCCESSOR, since: monthsAfter(draft, -1) },
        }),
    },
    { about: 'registration' },
  ),
  ...findingKinds('any', {
    'referential-differs': (draft) => ({
      ...draft,
      referential: {
        ...draft.referential,
        notes: [...draft.referential.notes, draft.request.bank.defects.note],
      },
    }),
  }),
];

/** Where a dossier de validation is handed in, and what that place takes; figures are its own, read in its source. */

export type DepositTargetId = 'france-vae' | 'france-vae-aap';

export interface DepositTarget {
  readonly id: DepositTargetId;
  /** Files beside the main one. */
  readonly maxAttachments: number;
  /** Of each file. « 10 Mo » is taken for ten million bytes, the smaller of the two readings. */
  readonly maxBytes: number;
  readonly types: readonly ('pdf' | 'jpg' | 'png')[];
  /** Where the figures stand, and the day they were read there. */
  readonly source: string;
  readonly read: string;
}

const MEGABYTE = 1_000_000;

export const DEPOSIT_TARGETS: Readonly<Record<DepositTargetId, DepositTarget>> = {
  'france-vae': {
    id: 'france-vae',
    maxAttachments: 8,
    maxBytes: 10 * MEGABYTE,
    types: ['pdf', 'jpg', 'png'],
    source: 'SocialGouv/reva, reva-candidate, DossierDeValidationTab.tsx (maxAdditionalFiles = 8)',
    read: '2026-11-21',
  },
  'france-vae-aap': {
    id: 'france-vae-aap',
    // The advisor's page says « PDF uniquement » and 10 Mo; it names no number of files: that of the candidate's page holds.
    maxAttachments: 8,
    maxBytes: 10 * MEGABYTE,
    types: ['pdf'],
    source: 'SocialGouv/reva, reva-admin-react, dossier-de-validation-aap',
    read: '2026-11-21',
  },
};

export const DEPOSIT_TARGET_IDS: readonly DepositTargetId[] = ['france-vae', 'france-vae-aap'];

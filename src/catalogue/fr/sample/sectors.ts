import type { Sector } from '../../../domain/sample/bank.ts';
import { sharedSectors } from './sectors-shared.ts';
import { solidaritySectors } from './sectors-solidarity.ts';

/** Twenty fields of the social and solidarity economy; their order is part of what a seed means. */
export const sectors: readonly Sector[] = [...solidaritySectors, ...sharedSectors];

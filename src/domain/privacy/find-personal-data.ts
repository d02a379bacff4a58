import { findAddresses } from './find-addresses.ts';
import { findBirthDates } from './find-birth-dates.ts';
import { findSirens, findSirets } from './find-company-numbers.ts';
import { findEmails } from './find-emails.ts';
import { findIbans } from './find-ibans.ts';
import { findNirs } from './find-nirs.ts';
import { findPhones } from './find-phones.ts';
import { foldText } from './folded-text.ts';
import type { NameList } from './name-list.ts';
import type { Sighting } from './sighting.ts';

/** The surest first: figures that are part of one thing are not told again as another. */
const DETECTORS = [
  findEmails,
  findIbans,
  findNirs,
  findSirets,
  findBirthDates,
  findPhones,
  findSirens,
  findAddresses,
] as const;

/** Personal data that a program can find in one text, in reading order; names are those of the list alone. */
export const findPersonalData = (given: string, names?: NameList): Sighting[] => {
  const text = given.normalize('NFC');
  const folded = foldText(text);
  const kept: Sighting[] = [...(names?.find(text) ?? [])];
  for (const detect of DETECTORS)
    for (const found of detect(folded))
      if (!kept.some(({ start, end }) => found.start < end && start < found.end)) kept.push(found);
  return kept.toSorted((a, b) => a.start - b.start);
};

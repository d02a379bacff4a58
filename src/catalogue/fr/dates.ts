const MONTHS = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre',
  'décembre',
] as const; // prettier-ignore

/** `2025-11-18` → « 18 novembre 2025 », `2024-03` → « mars 2024 », `2024` → « 2024 ». */
export const longDate = (date: string): string => {
  const [year, month, day] = date.split('-');
  const parts = [
    day === undefined ? undefined : day === '01' ? '1er' : String(Number(day)),
    month === undefined ? undefined : MONTHS[Number(month) - 1],
    year,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
};

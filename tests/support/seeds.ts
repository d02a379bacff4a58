import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The texts the référentiels were made from, by their number. They are not part of the project and may be absent. */
export type Seeds = Readonly<Record<'000' | '001' | '002' | '003' | '004', string>>;

const folders = [
  process.env['ACQUIS_SEEDS'],
  ...['../../../shared', '../../../../shared'].map((parent) =>
    fileURLToPath(new URL(`${parent}/seeds`, import.meta.url)),
  ),
];

export const findSeeds = (candidates: readonly (string | undefined)[] = folders): Seeds | undefined => {
  const folder = candidates.find((path) => path !== undefined && existsSync(path));
  if (folder === undefined) return undefined;
  const names = readdirSync(folder);
  const read = (number: string): string => {
    const name = names.find((file) => file.startsWith(`${number}_`));
    if (name === undefined) throw new Error(`${folder} holds no seed ${number}`);
    return readFileSync(`${folder}/${name}`, 'utf8');
  };
  return {
    '000': read('000'),
    '001': read('001'),
    '002': read('002'),
    '003': read('003'),
    '004': read('004'),
  };
};

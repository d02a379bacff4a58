import { readFile } from 'node:fs/promises';
import { AcquisError } from '../app/errors.ts';
import type { ReferentialSource } from '../app/ports/world.ts';
import { assetPath } from '../assets.ts';
import type { Accompaniment } from '../domain/accompaniment.ts';
import type { EssPortfolio } from '../domain/ess-portfolio.ts';
import type { Referential } from '../domain/referential.ts';

/** Where the build leaves the YAML files of `referential/`, checked and turned into JSON, which is far quicker to read. */
const BUILT = 'dist/referential';

/** A register code; anything else never becomes a path. */
const CODE = /^[A-Z]+\d+$/;

/** The référentiels shipped with the package; each is read when asked for, and only once. */
export const openReferentials = (folder: string = assetPath(BUILT)): ReferentialSource => {
  const read = readOnce(folder);
  return {
    list: async () => {
      const codes = (await read('index')) as readonly string[];
      return (await Promise.all(codes.map(read))) as Referential[];
    },
    find: async (typed) => {
      const code = typed.trim().toUpperCase();
      if (!CODE.test(code)) return undefined;
      try {
        return (await read(code)) as Referential;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    essPortfolio: async () => (await read('ess-portfolio')) as EssPortfolio,
    accompaniment: async () => (await read('accompaniment')) as Accompaniment,
  };
};

/** The build has validated these files: they are not checked again at every start. */
const readOnce = (folder: string): ((name: string) => Promise<unknown>) => {
  const known = new Map<string, Promise<unknown>>();
  return (name) => {
    const reading = known.get(name) ?? readJson(`${folder}/${name}.json`);
    known.set(name, reading);
    return reading;
  };
};

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new AcquisError('data', 'invalid-referential', { file }, { cause });
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof AcquisError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';

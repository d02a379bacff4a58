import { lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  MAX_ALL_BYTES,
  MAX_ALL_PIXELS,
  MAX_PICTURE_BYTES,
  type PictureFault,
  type Pictures,
  type PictureState,
} from '../../domain/images/picture.ts';
import { readPicture } from '../../domain/images/read-picture.ts';
import type { Organisation } from '../../domain/portfolio.ts';
import type { Organigramme } from '../../domain/evidence/stored-file.ts';
import { isReserved } from '../../domain/stored-path.ts';
import { cannotRead, codeOf } from '../disk-errors.ts';
import { realFolder, resolveInside } from './inspection.ts';
import { readRealFile } from '../safe-read.ts';
import { sha256 } from '../versions/versions.ts';

/** Bytes and pixels that may still be embedded. */
interface Left {
  bytes: number;
  pixels: number;
}

const FAULTS: Readonly<Record<string, PictureFault>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ELOOP: 'outside',
  link: 'outside',
  'not-a-file': 'not-a-file',
};

const inspect = (
  folder: string,
  { file: path, sha256: recorded }: Organigramme,
  left: Left,
): PictureState => {
  try {
    const root = realFolder(folder);
    const real = resolveInside(root, path);
    if (real === undefined || isReserved(relative(root, real))) return { state: 'outside' };
    if (lstatSync(real).size > MAX_PICTURE_BYTES) return { state: 'large' };
    const found = readRealFile(real, MAX_PICTURE_BYTES);
    if (recorded !== undefined && sha256(found) !== recorded) return { state: 'altered' };
    const picture = readPicture(found);
    if (typeof picture === 'string') return { state: picture };
    const { type, width, height, bytes } = picture;
    if (bytes.length > left.bytes || width * height > left.pixels) return { state: 'large' };
    left.bytes -= bytes.length;
    left.pixels -= width * height;
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    return { state: 'present', src: `data:image/${type};base64,${data}`, width, height };
  } catch (error) {
    const state = FAULTS[codeOf(error) ?? ''];
    if (state === undefined) throw cannotRead(join(folder, path), error);
    return { state };
  }
};

/** Every organigramme, cleaned for embedding; no link out of the folder is followed, nothing that could block is opened. */
export const inspectPictures = (folder: string, organisations: readonly Organisation[]): Pictures => {
  const left: Left = { bytes: MAX_ALL_BYTES, pixels: MAX_ALL_PIXELS };
  return new Map(
    organisations.flatMap(({ id, organigramme }) =>
      organigramme === undefined ? [] : [[id, inspect(folder, organigramme, left)] as const],
    ),
  );
};

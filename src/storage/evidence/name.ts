import { withoutAccents } from '../../domain/text/without-accents.ts';

/** A file name that every system and every archive keeps as it is. */
const MAX_BYTES = 120;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const slug = (text: string): string =>
  withoutAccents(text)
    .replaceAll(/œ/giu, 'oe')
    .replaceAll(/æ/giu, 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();

/** `P07` and « Statuts 2023 (signés).PDF » → `P07-statuts-2023-signes.pdf`; a second one of that name gets `-2`. */
export const evidenceFileName = (evidenceId: string, original: string, copy = 1): string => {
  const dot = original.lastIndexOf('.');
  const [stem, extension] =
    dot > 0 && original.length - dot <= 11
      ? [original.slice(0, dot), slug(original.slice(dot + 1))]
      : [original, ''];
  const tail = `${copy > 1 ? `-${copy}` : ''}${extension === '' ? '' : `.${extension}`}`;
  const name = slug(stem);
  // Cannot happen with an id in front, but an id may itself be empty of letters one day.
  const safe = RESERVED.test(name) || name === '' ? `piece-${name}`.replace(/-$/, '') : name;
  const room = MAX_BYTES - evidenceId.length - 1 - tail.length;
  return `${evidenceId}-${safe.slice(0, room).replace(/-+$/, '')}${tail}`;
};

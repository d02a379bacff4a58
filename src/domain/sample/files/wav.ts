import { concat, latin1, littleEndian } from '../../bytes.ts';

const RATE = 8000;
const SAMPLES = 1600;

/** A fifth of a second of a low hum in eight bits; `comment`, in ASCII, says what it stands for. */
export const makeWav = (comment: string): Uint8Array => {
  const text = latin1(comment.length % 2 === 0 ? `${comment}\0\0` : `${comment}\0`);
  const info = concat(latin1('INFOICMT'), littleEndian([4, text.length]), text);
  // A triangle wave: no sine, whose last digit differs between machines.
  const sound = Uint8Array.from({ length: SAMPLES }, (_, i) => 118 + Math.abs((i % 40) - 20));
  const format = littleEndian([4, 16], [2, 1], [2, 1], [4, RATE], [4, RATE], [2, 1], [2, 8]);
  const body = concat(
    latin1('WAVEfmt '),
    format,
    latin1('LIST'),
    littleEndian([4, info.length]),
    info,
    latin1('data'),
    littleEndian([4, sound.length]),
    sound,
  );
  return concat(latin1('RIFF'), littleEndian([4, body.length]), body);
};

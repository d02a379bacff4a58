import type { EmbeddedFont } from './embedded-fonts.ts';
import { FONTS } from './looks.ts';
import { el, HEAD, NAMESPACES, val } from './xml.ts';

/** Where one of our faces is not taken from the file: who may stand for it, and its kind for programs that know neither. */
const KNOWN = [
  [FONTS.text, 'Cambria', 'roman', '02040503050406030204'],
  [FONTS.titles, 'Calibri', 'swiss', '020F0502020204030204'],
  [FONTS.source, 'Liberation Mono', 'modern', '020B0609020204030204'],
  ['Times New Roman', 'Liberation Serif', 'roman', '02020603050405020304'],
] as const;

const ORDER = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;

/** `word/fontTable.xml`; the relation of the nth face is `rIdn`. */
export const writeFontTable = (fonts: readonly EmbeddedFont[]): string =>
  HEAD +
  el(
    'w:fonts',
    NAMESPACES,
    ...KNOWN.map(([name, other, family, panose]) =>
      el(
        'w:font',
        { 'w:name': name },
        val('w:altName', other),
        val('w:panose1', panose),
        val('w:family', family),
        val('w:pitch', family === 'modern' ? 'fixed' : 'variable'),
        ...ORDER.map((slot) => {
          const index = fonts.findIndex((font) => font.family === name && font.slot === slot);
          const font = fonts[index];
          return font === undefined
            ? ''
            : el(`w:embed${slot}`, { 'r:id': `rId${index + 1}`, 'w:fontKey': font.key });
        }),
      ),
    ),
  );

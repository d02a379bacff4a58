/** The parts of a font (ISO 32000-1 §9.6 to §9.10), each by the keys it may have. */
import { dictionary, either, keys, list, plain, type Keys, type Shape } from './allowed.ts';
import { packed } from './packed-data.ts';

/** The file of a face; its own metadata stays behind. */
const faces: Shape = packed(keys('Length1 Length2 Length3 Subtype'));

const descriptors: Shape = dictionary({
  ...keys(
    'Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading',
  ),
  ...keys('CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth CharSet Lang'),
  ...keys('FontFile FontFile2 FontFile3', faces),
  CIDSet: packed({}),
  Style: dictionary(keys('Panose')),
});

const systemInfo: Shape = dictionary(keys('Registry Ordering Supplement'));

const maps: Shape = either(
  plain,
  packed({ ...keys('Type CMapName WMode'), CIDSystemInfo: systemInfo, UseCMap: (...of) => maps(...of) }),
);

const encodings: Shape = either(dictionary(keys('Type BaseEncoding Differences')), maps);

const descendants: Shape = dictionary({
  ...keys('Type Subtype BaseFont DW W DW2 W2'),
  CIDSystemInfo: systemInfo,
  CIDToGIDMap: either(plain, packed({})),
  FontDescriptor: descriptors,
});

/** Of a font of any kind; the drawings of a Type 3 come on top. */
export const fontKeys: Keys = {
  ...keys('Type Subtype Name BaseFont FirstChar LastChar Widths FontBBox FontMatrix'),
  FontDescriptor: descriptors,
  Encoding: encodings,
  ToUnicode: maps,
  DescendantFonts: list(descendants),
};

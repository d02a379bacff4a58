/** What content draws with (ISO 32000-1 §7.8.3): resources and all that hangs on them, each by the keys it may have. */
import { PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { dictionary, either, entriesOf, keys, list, named, plain, type Keys, type Shape } from './allowed.ts';
import { dictionaryOf, isDrawable, nameOf, streamOf, type Copier } from './copier.ts';
import { fontKeys } from './font-shapes.ts';
import { packed, pixels } from './packed-data.ts';
import { packContent } from './pack-content.ts';

const functionKeys: Keys = {
  ...keys('FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds'),
  Functions: (value, copier) => list(functions)(value, copier),
};
const functions: Shape = either(
  packed(functionKeys),
  dictionary(functionKeys),
  list((...of) => functions(...of)),
  plain,
);

/** Names and lists; of a list, dictionaries of calibration and streams of profiles and tables. */
const colours: Shape = (value, copier) => {
  if (value instanceof PDFName) return value.asString();
  if (!(value instanceof PDFArray)) return undefined;
  const family = value.asArray().map((each) => copier.copy(each, colourPart) ?? 'null');
  // The last part of DeviceN says how its inks mix; it is optional, and holds anything.
  const isDeviceN = family[0] === '/DeviceN';
  return `[${(isDeviceN ? family.slice(0, 4) : family).join(' ')}]`;
};
const profile: Shape = packed({ ...keys('N Range'), Alternate: colours });
const colourPart: Shape = either(
  (...of) => colours(...of),
  plain,
  dictionary(keys('WhitePoint BlackPoint Gamma Matrix Range')),
  (value, copier) =>
    value instanceof PDFStream && value.dict.has(PDFName.of('N')) ? profile(value, copier) : undefined,
  functions,
  packed({}),
);

const shadingKeys: Keys = {
  ...keys('ShadingType Background BBox AntiAlias Coords Domain Extend Matrix'),
  ...keys('BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow'),
  ColorSpace: colours,
  Function: functions,
};
const shadings: Shape = either(packed(shadingKeys), dictionary(shadingKeys));

const imageKeys: Keys = {
  ...keys('Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Interpolate SMaskInData Matte'),
  ColorSpace: colours,
  SMask: (...of) => images(...of),
  Mask: either((...of) => images(...of), list(plain)),
};
const images: Shape = pixels(imageKeys);

const groups: Shape = dictionary({ ...keys('Type S I K'), CS: colours });

const formKeys: Keys = { ...keys('Type Subtype FormType BBox Matrix'), Group: groups };

/** Resources of a form, a pattern or a glyph; those of the page where it has none. */
const ownResources = (source: PDFDict, copier: Copier): PDFDict | undefined =>
  dictionaryOf(source, 'Resources') ?? copier.pageResources;

const resourceEntry = (source: PDFDict, copier: Copier): string => {
  const own = source.get(PDFName.of('Resources')) ?? copier.pageResources;
  return `/Resources ${copier.copy(own, resources) ?? '<<>>'}`;
};

/** A stream that draws, with these entries and its resources. */
const drawn =
  (allowed: Keys): Shape =>
  (value, copier) => {
    const stream = streamOf(value);
    if (stream === undefined) return undefined;
    const entries = [entriesOf(stream.dict, allowed, copier), resourceEntry(stream.dict, copier)];
    return packContent(stream.dict, [stream], {
      entries,
      resources: ownResources(stream.dict, copier),
      copier,
    });
  };

export const forms: Shape = drawn(formKeys);

const xObjects: Shape = (value, copier) => {
  if (!isDrawable(value)) return undefined;
  return nameOf(value.dict, 'Subtype') === 'Image' ? images(value, copier) : forms(value, copier);
};

const glyphs: Shape = drawn({});

const fonts: Shape = (value, copier) => {
  if (!(value instanceof PDFDict)) return undefined;
  if (nameOf(value, 'Subtype') !== 'Type3') return dictionary(fontKeys)(value, copier);
  const drawings = copier.copy(value.get(PDFName.of('CharProcs')), named(glyphs)) ?? '<<>>';
  const entries = entriesOf(value, fontKeys, copier);
  return `<<${entries}\n/CharProcs ${drawings}\n${resourceEntry(value, copier)}>>`;
};

const softMasks: Shape = either(plain, dictionary({ ...keys('Type S BC'), G: forms, TR: functions }));

const states: Shape = dictionary({
  ...keys('Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK'),
  Font: list(either(fonts, plain)),
  SMask: softMasks,
  ...keys('BG BG2 UCR UCR2 TR TR2', functions),
});

const patterns: Shape = (value, copier) =>
  value instanceof PDFDict
    ? shadingPatterns(value, copier)
    : drawn(keys('Type PatternType PaintType TilingType BBox XStep YStep Matrix'))(value, copier);
const shadingPatterns: Shape = dictionary({
  ...keys('Type PatternType Matrix'),
  Shading: shadings,
  ExtGState: states,
});

/** Without properties: content has no marks any more that could name them. */
export const resources: Shape = dictionary({
  Font: named(fonts),
  XObject: named(xObjects),
  ExtGState: named(states),
  ColorSpace: named(colours),
  Pattern: named(patterns),
  Shading: named(shadings),
});

export const pageGroup = groups;

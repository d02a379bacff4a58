/** Which keys and values the schema would have accepted at a place of the file, for suggestions. */
import { z } from 'zod';

const unwrap = (schema: z.core.$ZodType): z.core.$ZodType => {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional)
    inner = inner.def.innerType;
  return inner;
};

const step = (schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as Readonly<Record<string, z.core.$ZodType>>;
    return Object.hasOwn(shape, String(key)) ? shape[String(key)] : undefined;
  }
  if (inner instanceof z.ZodArray) return inner.def.element;
  if (inner instanceof z.ZodRecord) return inner.def.valueType;
  return undefined;
};

/** The keys of the object that the schema expects at `path`; empty where it expects none. */
export const knownFields = (schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] => {
  let at: z.core.$ZodType | undefined = schema;
  for (const key of path) at = at && step(at, key);
  const inner = at && unwrap(at);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodRecord && inner.def.keyType instanceof z.ZodEnum)
    return inner.def.keyType.options.map(String);
  return [];
};

/** Every text in a value of plain data, in its order; keys are none. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** The same value with `change` made of each text; `key` is that of the field, or of the list, it stands in. Shapes and keys stay. */
export const mapTexts = <Value>(value: Value, change: (text: string, key: string) => string): Value =>
  mapped(value, change, '') as Value;

const mapped = (value: unknown, change: (text: string, key: string) => string, key: string): unknown => {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, mapped(inner, change, field)]),
  );
};

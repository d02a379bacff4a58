import { AcquisError } from '../app/errors.ts';

/** Whether PDFs carry their source; refused with `source-of-own-templates`, and with `source-without-pdf` where none is made. */
export const sourceAsked = (
  { embedSource, templates }: { readonly embedSource?: boolean; readonly templates?: string },
  formats: readonly string[],
): boolean | undefined => {
  if (embedSource !== true) return undefined;
  if (templates !== undefined) throw new AcquisError('usage', 'source-of-own-templates');
  if (formats.length > 0 && !formats.includes('pdf')) throw new AcquisError('usage', 'source-without-pdf');
  return true;
};

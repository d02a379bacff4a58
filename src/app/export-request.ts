import type { TemplatesMark } from './ports/templates.ts';
/** What may be asked of an export, by its folder or by many. */
import type { AnnexMode } from '../domain/documents/annexes.ts';
import type { DocumentId } from '../domain/documents/registry.ts';

/** In the order they are made: PDF comes last, so that the others are there even where no browser is. */
export const EXPORT_FORMATS = ['html', 'docx', 'md', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest {
  readonly folder: string;
  /** `all`: every document the certification calls for, each over the blocks that call for it. */
  readonly documents: readonly DocumentId[] | 'all';
  readonly formats: readonly ExportFormat[];
  /** Where the pages of the dossier's annexes go on paper; without it they are listed alone. */
  readonly annexes?: AnnexMode | undefined;
  /** Blocks as typed; none means every block aimed at and not yet acquired. */
  readonly blocks: readonly string[];
  /** Replaces the `exports` folder of the portfolio. */
  readonly out: string | undefined;
  /** Among many portfolios, the folder of this one below `out`: made by us, never a link that somebody put there. */
  readonly outName?: string | undefined;
  /** Templates that stand in for ours; who puts documents into words elsewhere reads them there. */
  readonly templates?: TemplatesMark | undefined;
  /** The jury's documents alone, and only once nothing keeps any of them from being handed in. */
  readonly final?: boolean | undefined;
  /** Each PDF for a jury carries the data it shows; not with templates of one's own, of which nobody knows what they show. */
  readonly embedSource?: boolean | undefined;
  /** `YYYY-MM-DD`: printed on the cover, and the day the registration is looked at. */
  readonly date: string;
}

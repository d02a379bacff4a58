/** What fictional portfolios need from the world. */
import type { Draft } from '../../domain/sample/sample.ts';

export type { SampleEntry } from '../../domain/sample/sample.ts';
export type SampleFolder = Pick<Draft, 'portfolio' | 'referential' | 'entries' | 'spoil'>;

export interface SampleWriter {
  /** Hexadecimal SHA-256. */
  digest(bytes: Uint8Array): string;
  /** Rejects with `folder-not-empty` when one of the folders holds anything already; makes nothing. */
  requireFree(folders: readonly string[]): Promise<void>;
  /** The folder appears whole, under its name, or not at all. Not made to outlive a power cut: it can be made again. */
  write(folder: string, sample: SampleFolder): Promise<void>;
}

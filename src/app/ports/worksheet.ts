/** Forms as files of Word or Markdown: what use cases need of whoever writes and reads them. */
import type { ReadField } from '../../domain/worksheet/compare.ts';
import type { DocumentPlace } from './export.ts';
import type { Worksheet, WorksheetSubject } from '../../domain/worksheet/worksheet.ts';

export const WORKSHEET_FORMATS = ['docx', 'md'] as const;
export type WorksheetFormat = (typeof WORKSHEET_FORMATS)[number];

/** What a form knows of its making. */
export interface WorksheetMark {
  /** Id of the portfolio. */
  readonly portfolio: string;
  readonly subject: WorksheetSubject;
  /** By field: the print of what the form was made with. */
  readonly prints: ReadonlyMap<string, string>;
}

/** A text of the form that belongs to no field. */
export interface Unrecognised {
  readonly place:
    'before' | 'heading' | 'repeated' | 'end' | 'footnote' | 'endnote' | 'textbox' | 'header' | 'footer';
  /** Of the section it stands in, where it has one. */
  readonly heading: string;
  /** Markdown. */
  readonly text: string;
}

/** What the form held besides its text. Counts are of what was met. */
export type FormNotice =
  | { readonly code: 'comment'; readonly author: string; readonly text: string }
  | { readonly code: 'insertions' | 'deletions' | 'images' | 'objects' | 'macros'; readonly count: number };

export interface FormReading {
  /** By key; a field whose heading is gone is missing. */
  readonly fields: ReadonlyMap<string, ReadField>;
  readonly unrecognised: readonly Unrecognised[];
  readonly notices: readonly FormNotice[];
}

export interface OpenedForm {
  readonly format: WorksheetFormat;
  /** Undefined where the file lost it, or never had one. */
  readonly mark: WorksheetMark | undefined;
  /** Looks for the fields of this form; texts of blocks nobody touched come back as the portfolio has them. */
  read(worksheet: Worksheet): Promise<FormReading>;
}

export interface WorksheetForms {
  write(worksheet: Worksheet, format: WorksheetFormat): Promise<Uint8Array>;
  /** Rejects with `worksheet-unreadable`, `worksheet-format` or `worksheet-too-large`, which name the file. */
  open(file: string, bytes: Uint8Array): Promise<OpenedForm>;
}

export interface FormFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface FormFiles {
  /** A file a person named. Rejects with `cannot-read` or `worksheet-too-large`. */
  read(path: string): Promise<Uint8Array>;
  /** What stands where a form is to be written. */
  readIfThere(place: DocumentPlace): Promise<FormFile | undefined>;
}

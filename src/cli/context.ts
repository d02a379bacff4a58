import type { Clock, IdSource, PortfolioStore, ReferentialSource } from '../app/ports/world.ts';
import type { Archives } from '../app/ports/archive.ts';
import type { InstallBrowser } from '../app/ports/browser-installer.ts';
import type { FolderFinder } from '../app/ports/batch-run.ts';
import type { BoardRenderer, FormerBoardSource } from '../app/ports/cohort.ts';
import type { Prompter } from '../app/ports/prompter.ts';
import type { Examination } from '../app/ports/diagnosis.ts';
import type { DocumentPrinter } from '../app/ports/document-printer.ts';
import type { FolderWorkers } from '../app/ports/batch.ts';
import type { SampleWriter } from '../app/ports/sample.ts';
import type { SampleBank } from '../domain/sample/bank.ts';
import type { ReportFile, RunIdentity, RunJournal } from '../app/ports/batch-run.ts';
import type { FolderWatcher, PreviewServer } from '../app/ports/preview.ts';
import type { TemplateFolders, TemplateKit, TemplateSet } from '../app/ports/templates.ts';
import type { FormFiles, WorksheetForms } from '../app/ports/worksheet.ts';
import type { FolderInspector } from '../app/ports/integrity.ts';
import type { BundleWriter, Digest, PageCutter } from '../app/ports/deposit.ts';
import type { PortfolioEraser } from '../app/ports/erasure.ts';
import type { TextVersions } from '../app/ports/undo.ts';
import type { FileKind } from '../domain/target-kind.ts';
import type { AnnexReading } from '../app/ports/annexes.ts';
import type { AnnexBinder, DocumentRenderer, DocumentWriter, PageCounter } from '../app/ports/export.ts';
import type { ProofTexts, PseudonymLists } from '../app/ports/privacy.ts';
import type { PrivateNotes, ReviewFiles } from '../app/ports/review.ts';
import type { CarriedSource } from '../app/ports/source.ts';
import type { Terminal } from '../output/terminal.ts';

/** The browser flags of a command line. */
export interface PrinterFlags {
  readonly browserPath?: string | undefined;
  /** Commander's form of `--no-sandbox`: false only where the person typed it. */
  readonly sandbox?: boolean | undefined;
}

/** What a command may use; adapters are loaded the first time one is asked for. */
export interface Cli {
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** An absolute path as a person who stands here reads it best: from the current folder where it lies below. */
  readonly show: (path: string) => string;
  /** A portfolio.yaml that lost its end is told on stderr; `tellsCut: false` is for commands that report it themselves. */
  store(options?: { readonly tellsCut: boolean }): Promise<PortfolioStore>;
  archives(): Promise<Archives>;
  referentials(): Promise<ReferentialSource>;
  reviewFiles(): Promise<ReviewFiles>;
  privateNotes(): Promise<PrivateNotes>;
  /** What a deposit is put together and written with. */
  depositTools(): Promise<{
    readonly writer: BundleWriter;
    readonly cutter: PageCutter;
    readonly digest: Digest;
  }>;
  portfolioEraser(): Promise<PortfolioEraser>;
  textVersions(): Promise<TextVersions>;
  folderInspector(): Promise<FolderInspector>;
  /** What a typed path leads to, told by its first bytes. */
  targetKinds(): Promise<(path: string) => 'folder' | FileKind>;
  pseudonyms(): Promise<PseudonymLists>;
  /** What a PDF carries, every hash looked at; whatever is not as it was made is refused. */
  carriedSource(path: string): Promise<CarriedSource>;
  /** Puts documents into words, by our templates or with those of a set. */
  renderer(templates?: TemplateSet): Promise<DocumentRenderer>;
  templateFolders(): Promise<TemplateFolders>;
  templateKit(): Promise<TemplateKit>;
  folderWatcher(): Promise<FolderWatcher>;
  /** Serves from the start; port 0 is any free one. */
  previewServer(port: number): Promise<PreviewServer>;
  documentWriter(): Promise<DocumentWriter>;
  /** Forms for Word or Markdown, and the files they are in. */
  worksheets(): Promise<{ readonly forms: WorksheetForms; readonly files: FormFiles }>;
  pageCounter(): Promise<PageCounter>;
  annexBinder(): Promise<AnnexBinder>;
  /** A printer whose browser starts with the first document and prints `jobs` at a time (1); the command closes it. */
  printer(options: PrinterFlags & { readonly jobs?: number }): Promise<DocumentPrinter>;
  /** Identity of all that makes documents; undefined where it cannot be told, or where there is nothing to print with. */
  documentTools(options: {
    readonly browserPath?: string | undefined;
    readonly printing: boolean;
  }): Promise<string | undefined>;
  /** Readers of folders in `jobs` processes of their own, started with the first folder; the command closes them. */
  folderWorkers(options: { readonly jobs: number }): Promise<FolderWorkers>;
  /** Makes proofs ready to be printed, in `jobs` processes of their own (2), started with the first; the command closes them. */
  annexReader(options?: { readonly jobs?: number }): Promise<AnnexReading & ProofTexts>;
  readonly installBrowser: InstallBrowser;
  /** What this run finishes is kept there; `resume` takes over what an interrupted one of the same identity had. */
  runJournal(identity: RunIdentity, options: { readonly resume: boolean }): Promise<RunJournal>;
  reportFile(): Promise<ReportFile>;
  /** Looks at the browser, at the current folder and at the cache, for `doctor`. */
  examinations(
    options: PrinterFlags,
  ): Promise<{ readonly browser: Examination; readonly folders: readonly Examination[] }>;
  /** What fictional portfolios are made of and written with. */
  samples(): Promise<{ readonly writer: SampleWriter; readonly bank: SampleBank }>;
  /** Folders with a portfolio: the current one and those right below it, as paths to type. */
  findPortfolios(): Promise<readonly string[]>;
  /** Finds the folders that arguments lead to. */
  finder(): Promise<FolderFinder>;
  formerBoards(): Promise<FormerBoardSource>;
  boardRenderer(): Promise<BoardRenderer>;
  /** Asks in the terminal, or from a file of answers; without either, refuses and names `flags`. */
  prompter(options: { readonly answers?: string | undefined; readonly flags: string }): Promise<Prompter>;
  /** Sets the process's exit status when the command ends without failing (`check`: 1 on findings). */
  endWith(code: number): void;
}

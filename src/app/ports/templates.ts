/** Templates of somebody's own, which stand in for ours or beside them. */

/** A folder of templates as it was read, all at once: what is checked is what is used. */
export interface TemplateSet {
  /** As it was typed: what messages name. */
  readonly folder: string;
  /** Of every name and byte. */
  readonly sha256: string;
  /** By their path below the folder, with `/`: templates, style sheets, images and fonts. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Version of the view-model it was written for, where the set says so. */
  readonly viewModel: number | undefined;
}

/** What a process that reads folders is told of a set: it reads the set itself, and only if it is still the same. */
export type TemplatesMark = Pick<TemplateSet, 'folder' | 'sha256'>;

export interface TemplateFolders {
  /**
   * Reads a set. Rejects with `cannot-read`, `templates-in-portfolio` (what lies in a received folder is never used),
   * `invalid-templates` (too many, too large, links) and, where `known` is given, `templates-changed`.
   */
  read(folder: string, known?: TemplatesMark): Promise<TemplateSet>;
  /**
   * Writes `files` (by their path below `folder`) into a new or empty folder; with `replace`, into any, over those of the
   * same name. Rejects with `folder-not-empty`, `templates-in-portfolio`, `cannot-write`. Resolves to absolute paths.
   */
  write(
    folder: string,
    files: ReadonlyMap<string, string | Uint8Array>,
    options: { readonly replace: boolean },
  ): Promise<readonly string[]>;
}

/** What can be said and made of templates without a portfolio. */
export interface TemplateKit {
  /**
   * Everything wrong that shows before a document is made: throws `invalid-templates` and `templates-version`. Returns
   * templates of the set that nothing uses.
   */
  check(set: TemplateSet): readonly string[];
  /** Ours, as a starting point: those of `names` (`shared/cover.hbs`; all of them when empty), and what explains them. */
  starter(names: readonly string[]): ReadonlyMap<string, string>;
}

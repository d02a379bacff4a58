/** Names of the styles of a form: programs rename their ids when they save, and keep the names. */
export const STYLES = {
  guidance: 'Acquis consigne',
  mark: 'Acquis marque',
  raw: 'Acquis Markdown',
  /** Word's own; followed by the level of the list item it continues, but for the first. */
  continuation: 'List Continue',
  quote: 'Quote',
  /** Of characters: code, and a line end of the source that means a space. */
  code: 'Acquis code',
  softBreak: 'Acquis souple',
} as const;

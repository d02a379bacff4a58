/** Names of the styles of a form: programs rename their ids when they save, and keep the names. */
export const STYLES = {
  guidance: 'Acquis consigne',
  mark: 'Acquis marque',
  raw: 'Acquis Markdown',
  /** Followed by the level of the list item it continues, from 1. */
  continuation: 'Acquis suite',
  quote: 'Acquis citation',
  /** Of characters: code, and a line end of the source that means a space. */
  code: 'Acquis code',
  softBreak: 'Acquis souple',
} as const;

/** Id of a style made by us: its name without spaces. */
export const styleId = (name: string): string => name.replaceAll(' ', '');

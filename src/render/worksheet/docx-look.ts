/** How a form looks in Word, where it differs from a document: plainer, and in styles by which it is read again. */
import { COLORS } from '../word/looks.ts';
import type { Vocabulary } from '../word/styles.ts';
import { STYLES } from './docx-styles.ts';

const { accent, soft } = COLORS;

export const formVocabulary: Vocabulary = {
  paragraphs: {
    Title: ['Title', { font: 'titles', bold: true, size: 20, color: accent, after: 4, next: 'Normal' }],
    Heading1: ['heading 1', { font: 'titles', bold: true, size: 14, color: accent, before: 24, after: 4, keepNext: true, keepLines: true, outline: 0, next: 'Normal' }],
    Heading2: ['heading 2', { font: 'titles', bold: true, size: 12.5, before: 14, after: 4, keepNext: true, keepLines: true, outline: 1, next: 'Normal' }],
    Heading7: ['heading 7', { font: 'titles', size: 11, before: 8, after: 3, keepNext: true, keepLines: true, outline: 6, next: 'Normal' }],
    // Whoever presses Enter behind the question is about to answer it.
    AcquisGuidance: [STYLES.guidance, { font: 'titles', italic: true, size: 9.5, color: soft, after: 5, keepNext: true, keepLines: true, next: 'Normal' }],
    AcquisFormMark: [STYLES.mark, { font: 'titles', size: 6, color: soft, before: 30, after: 0 }],
    AcquisPreformatted: [STYLES.raw, { font: 'source', size: 9.5, after: 6, line: 1.05 }],
  },
  characters: {
    AcquisCode: [STYLES.code, { font: 'source', size: 10 }],
    AcquisSoft: [STYLES.softBreak, {}],
  },
  roles: { guidance: 'AcquisGuidance', mark: 'AcquisFormMark' },
}; // prettier-ignore

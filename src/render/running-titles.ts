import { words } from '../catalogue/index.ts';
import type { DocumentModel } from '../domain/documents/document.ts';
import { shorten } from './css-text.ts';

/** What stands on the edges of every page but the cover, beside the page number. */
export interface RunningTitles {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
}

export const runningTitles = ({ cover, audience }: DocumentModel): RunningTitles => {
  const { fictional, working } = words.documents;
  return {
    topLeft: shorten(cover.candidate, 40),
    topRight: `${shorten(cover.certification.title, 60)} · ${cover.certification.code}`,
    bottomLeft: [audience === 'working' ? working.mark : '', cover.fictional ? fictional : '']
      .filter((part) => part !== '')
      .join(' · '),
  };
};

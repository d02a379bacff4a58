import { words } from '../catalogue/index.ts';
import type { DocumentModel } from '../domain/documents/document.ts';
import { shorten } from './css-text.ts';

/** What stands on the edges of every page but the cover, beside the page number. */
export interface RunningTitles {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
}

export const runningTitles = ({ kind, cover, audience }: DocumentModel): RunningTitles => {
  const { fictional, working } = words.documents;
  const candidate = shorten(cover.candidate, 40);
  // A slide has its title at the top and nothing above it.
  const isSlide = kind === 'soutenance-diapositives';
  return {
    topLeft: isSlide ? '' : candidate,
    topRight: isSlide ? '' : `${shorten(cover.certification.title, 60)} · ${cover.certification.code}`,
    bottomLeft: [
      isSlide ? candidate : '',
      audience === 'working' ? working.mark : '',
      cover.fictional ? fictional : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  };
};

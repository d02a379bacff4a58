import type { DocumentSection, DocumentSettings } from '../../document-settings.ts';
import { isTold } from '../document.ts';
import { TOLD_TEXTS } from '../told-document.ts';
import { printedSettings } from './printed-text.ts';
import type { CarryingDocument } from './shown-portfolio.ts';

/** The free texts that the document prints: a choice of activities is told by the activities, an allowed length by nobody. */
export const shownSettings = (model: CarryingDocument): DocumentSettings => {
  const texts: (readonly [DocumentSection, string | undefined])[] = isTold(model)
    ? [...TOLD_TEXTS.map((code) => [code, model[code]] as const), ['career', model.careerStory]]
    : [
        ...model.sections.map(({ code, written }) => [code, written] as const),
        ['acknowledgements', model.acknowledgements],
        ['glossary', model.glossary],
        ['bibliography', model.bibliography],
      ];
  return printedSettings(Object.fromEntries(texts.filter(([, text]) => text !== undefined)));
};

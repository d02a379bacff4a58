import type { PersonalKind } from '../../../src/domain/privacy/sighting.ts';

export interface Planted {
  readonly kind: PersonalKind;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A text whose `{{kind|as written}}` marks are taken out, and what they marked. */
export const readPlanted = (
  marked: string,
): { readonly text: string; readonly planted: readonly Planted[] } => {
  const planted: Planted[] = [];
  let text = '';
  let at = 0;
  for (const { 0: mark, 1: kind, 2: value = '', index } of marked.matchAll(/\{\{([a-z-]+)\|([^}]*)\}\}/gu)) {
    text += marked.slice(at, index);
    planted.push({ kind: kind as PersonalKind, value, start: text.length, end: text.length + value.length });
    text += value;
    at = index + mark.length;
  }
  return { text: text + marked.slice(at), planted };
};

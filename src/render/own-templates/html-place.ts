/** Where in a page a template prints something: what is safe between two tags opens a door elsewhere. */

/** `text` between tags; inside a tag, what has just been written of it. */
type State =
  | { readonly at: 'text' }
  | { readonly at: 'comment' }
  | { readonly at: 'raw'; readonly until: string }
  | { readonly at: 'tag'; readonly written: string; readonly quote: '' | '"' | "'" };

export const START: State = { at: 'text' };
export type HtmlState = State;

const TEXT: State = { at: 'text' };

/** Their content is no HTML: escaping means nothing there. */
const rawAfter = (tag: string): State => {
  const name = /^(style|script|title|textarea)\b/iu.exec(tag)?.[1]?.toLowerCase();
  return name === 'style' || name === 'script' ? { at: 'raw', until: `</${name}` } : TEXT;
};

/** What the place is after `text`, read from `state` on. */
export const readOn = (state: State, text: string): State => {
  let now = state;
  for (let index = 0; index < text.length; index++) {
    const rest = text.slice(index, index + 9);
    if (now.at === 'comment') {
      if (rest.startsWith('-->')) now = TEXT;
    } else if (now.at === 'raw') {
      if (rest.toLowerCase().startsWith(now.until)) now = TEXT;
    } else if (now.at === 'text') {
      if (rest.startsWith('<!--')) now = { at: 'comment' };
      else if (/^<[a-z/!]/iu.test(rest)) now = { at: 'tag', written: '', quote: '' };
    } else now = readTag(now, text.charAt(index));
  }
  return now;
};

const readTag = (state: Extract<State, { at: 'tag' }>, sign: string): State => {
  const { written, quote } = state;
  if (quote !== '') return { ...state, written: written + sign, quote: sign === quote ? '' : quote };
  if (sign === '>') return rawAfter(written);
  const opens = (sign === '"' || sign === "'") && /=\s*$/u.test(written);
  return { ...state, written: written + sign, quote: opens ? sign : '' };
};

/** Attributes that are read as a program, a style or a whole page. */
const SPOKEN = /^(?:style|srcdoc|on.*)$/u;
const ADDRESS = /^(?:href|src|srcset|action|formaction|poster|data|ping|background|cite)$/u;

/** Why a value may not be printed here; undefined where it may. `isImage`: it is one of ours, made by a helper. */
export const unsafePlace = (state: State, isImage: boolean): 'tag' | 'style' | 'address' | undefined => {
  if (state.at === 'raw') return 'style';
  if (state.at !== 'tag') return undefined;
  if (state.quote === '') return 'tag';
  const found = /([^\s"'=<>/]+)\s*=\s*["']([^"']*)$/u.exec(state.written);
  const [, name = '', begun = ''] = found ?? [];
  if (SPOKEN.test(name.toLowerCase())) return 'style';
  const isAddress = ADDRESS.test(name.toLowerCase());
  return isAddress && !isImage && !/^(?:#|https:\/\/[^/]+\/|mailto:|tel:)/u.test(begun)
    ? 'address'
    : undefined;
};

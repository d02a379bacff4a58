/* oxlint-disable no-control-regex -- control characters are what a terminal sends */
/**
 * Turns what a terminal sends into keys, typed text and pastes. A paste must reach a question whole, whether the
 * terminal brackets it (ESC[200~ … ESC[201~) or not: without brackets it is told from typing by how it arrives, several
 * characters and line breaks at once, which no hand does.
 */
export type KeyName =
  | 'enter' | 'escape' | 'tab' | 'backspace' | 'delete' | 'up' | 'down' | 'left' | 'right' | 'home' | 'end'
  | 'word-left' | 'word-right' | 'kill-to-start' | 'kill-to-end' | 'kill-word' | 'interrupt' | 'end-of-input'
  | 'line-break' | 'open-editor' | 'redraw' | 'unknown'; // prettier-ignore

export type InputEvent =
  /** `raw`: the bytes as they came, for widgets that read keys themselves. */
  | { readonly type: 'key'; readonly name: KeyName; readonly raw: string }
  | { readonly type: 'text'; readonly text: string; readonly raw: string }
  | { readonly type: 'paste'; readonly text: string };

/** Longer than the gap between two pieces of one paste, shorter than a hand going from the mouse to the Enter key. */
export const BURST_MS = 80;
/** A bracketed paste announces its end: a link that stalls may take its time. Beyond that the end is lost. */
export const STALLED_PASTE_MS = 10_000;
/** Ctrl-C is obeyed wherever it stands; between the brackets of a paste, when it comes alone, as a key does. */
const INTERRUPT = '\u0003';
const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

const CONTROL_KEYS: Readonly<Record<string, KeyName>> = {
  '\u0001': 'home', '\u0002': 'left', '\u0003': 'interrupt', '\u0004': 'end-of-input', '\u0005': 'end', '\u0006': 'right',
  '\u0008': 'backspace', '\u0009': 'tab', '\u000a': 'enter', '\u000b': 'kill-to-end', '\u000c': 'redraw', '\u000d': 'enter',
  '\u000e': 'down', '\u000f': 'open-editor', '\u0010': 'up', '\u0015': 'kill-to-start', '\u0017': 'kill-word',
  '\u001b': 'escape', '\u007f': 'backspace',
}; // prettier-ignore
const SEQUENCES: Readonly<Record<string, KeyName>> = {
  '[A': 'up', '[B': 'down', '[C': 'right', '[D': 'left', '[H': 'home', '[F': 'end', '[1~': 'home', '[4~': 'end',
  '[7~': 'home', '[8~': 'end', '[3~': 'delete', 'OA': 'up', 'OB': 'down', 'OC': 'right', 'OD': 'left', 'OH': 'home',
  'OF': 'end', '[1;5C': 'word-right', '[1;5D': 'word-left', '[1;3C': 'word-right', '[1;3D': 'word-left', 'f': 'word-right',
  'b': 'word-left', '\u007f': 'kill-word', '\r': 'line-break', '\n': 'line-break',
}; // prettier-ignore
const SEQUENCE = /^\u001b(?:\[[0-?]*[ -/]*[@-~]|O[A-Za-z]|[^[O\u001b])/;
const UNFINISHED = /^\u001b(?:\[[0-?]*[ -/]*|O)?$/;

/** Line breaks become `\n`; characters that command a terminal are dropped; nothing else is. */
export const cleanPaste = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // A terminal's own sequences first, so that their letters do not stay behind.
    .replaceAll(/\u001b\[[0-?]*[ -/]*[@-~]/g, '')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '');

/** Alone it was struck: a paste holds no such character, or not by itself. */
const CONTROL_KEY = /^(?![\r\n\t])\p{Cc}$/u;

/** A line break in front is no sign: that is Enter, hit before the rest was typed. */
const hasLineBreakInside = (run: string): boolean => /[^\r\n](?:[\r\n]+[^\r\n]|[\r\n]{2,}$)/.test(run);

export class InputDecoder {
  #rest = '';
  #bracketed = false;
  /** Until when (ms) what arrives still belongs to the burst before it. */
  #burstUntil = 0;
  #burstIsPaste = false;

  /** How long to wait in silence (ms) before `flush`, while what came may mean two things; undefined: no need. */
  get patience(): number | undefined {
    if (this.#bracketed) return STALLED_PASTE_MS;
    return this.#rest === '' ? undefined : BURST_MS;
  }

  push(chunk: string, now: number): InputEvent[] {
    if (this.#bracketed && chunk === INTERRUPT) return [...this.flush(now), ...this.push(chunk, now)];
    this.#rest += chunk;
    return this.#decode(now, false);
  }

  /** Nothing more came: an escape is the Escape key, a held line break is Enter, an unclosed paste ends here. */
  flush(now: number): InputEvent[] {
    return this.#decode(now, true);
  }

  /** Time (ms) spent on what came, not listening: no silence between the pieces of a paste. */
  wasBusy(milliseconds: number): void {
    this.#burstUntil += milliseconds;
  }

  #decode(now: number, final: boolean): InputEvent[] {
    const events: InputEvent[] = [];
    if (final && this.#rest === '') this.#bracketed = false;
    while (this.#rest !== '') {
      const before = this.#rest;
      if (this.#bracketed) this.#decodeBracketed(events, now, final);
      else if (before.startsWith('\u001b')) this.#decodeSequence(events, final);
      else if (before.startsWith(INTERRUPT)) {
        events.push({ type: 'key', name: 'interrupt', raw: INTERRUPT });
        this.#rest = before.slice(1);
      } else this.#decodeRun(events, now, final);
      if (this.#rest === before) break;
    }
    return events;
  }

  #decodeBracketed(events: InputEvent[], now: number, final: boolean): void {
    const end = this.#rest.indexOf(PASTE_END);
    if (end === -1 && !final) return;
    events.push({ type: 'paste', text: cleanPaste(end === -1 ? this.#rest : this.#rest.slice(0, end)) });
    this.#rest = end === -1 ? '' : this.#rest.slice(end + PASTE_END.length);
    this.#bracketed = false;
    this.#burstUntil = now;
  }

  #decodeSequence(events: InputEvent[], final: boolean): void {
    if (this.#rest.startsWith(PASTE_START)) {
      this.#rest = this.#rest.slice(PASTE_START.length);
      this.#bracketed = true;
      return;
    }
    if (!final && UNFINISHED.test(this.#rest)) return;
    const raw = SEQUENCE.exec(this.#rest)?.[0] ?? '\u001b';
    const name = raw === '\u001b' ? 'escape' : (SEQUENCES[raw.slice(1)] ?? 'unknown');
    events.push({ type: 'key', name, raw });
    this.#rest = this.#rest.slice(raw.length);
  }

  #decodeRun(events: InputEvent[], now: number, final: boolean): void {
    const next = this.#rest.search(/[\u001b\u0003]/);
    const run = next === -1 ? this.#rest : this.#rest.slice(0, next);
    const inBurst = now < this.#burstUntil;
    const goesOn = inBurst && !CONTROL_KEY.test(run) && (this.#burstIsPaste || /^[\r\n]+[^\r\n]/.test(run));
    if (hasLineBreakInside(run) || goesOn) {
      events.push({ type: 'paste', text: cleanPaste(run) });
      this.#burst(now, true);
    } else if (!final && next === -1 && this.#mayBeAPasteBegun(run, inBurst)) {
      return;
    } else {
      splitKeys(run, events);
      if (run.length > 1) this.#burst(now, false);
    }
    this.#rest = this.#rest.slice(run.length);
  }

  /** Text and one line break at the end, or a line break right behind a burst: Enter, or a paste not yet all here. */
  #mayBeAPasteBegun(run: string, inBurst: boolean): boolean {
    return /[^\r\n][\r\n]$/.test(run) || (inBurst && /^[\r\n]+$/.test(run));
  }

  #burst(now: number, isPaste: boolean): void {
    this.#burstUntil = now + BURST_MS;
    this.#burstIsPaste = isPaste;
  }
}

const splitKeys = (run: string, events: InputEvent[]): void => {
  for (const [raw] of run.matchAll(/\p{Cc}|\P{Cc}+/gu)) {
    const name = CONTROL_KEYS[raw];
    if (name !== undefined) events.push({ type: 'key', name, raw });
    else if (/\p{Cc}/u.test(raw)) events.push({ type: 'key', name: 'unknown', raw });
    else events.push({ type: 'text', text: raw, raw });
  }
};

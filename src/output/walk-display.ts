import type { WalkDisplay, WalkView } from '../app/ports/walk.ts';
import { words } from '../catalogue/index.ts';
import { isAtLeast, type BlockCoverage } from '../domain/coverage.ts';
import { isReceived, type Evidence } from '../domain/evidence.ts';
import type { Permission } from '../domain/referential/registration.ts';
import { sayError } from './error-report.ts';
import { sayFinding } from './finding-notice.ts';
import { threadLines } from './review-text.ts';
import { safeText } from './safe-text.ts';
import type { Terminal } from './terminal.ts';
import { padEnd, widthOf, wrap } from './wrap.ts';

/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 96;
const BAR = 10;

type View<Kind extends WalkView['kind']> = Extract<WalkView, { readonly kind: Kind }>;

/** Shows the screens of the guided interview on stderr, wrapped to the width, in words and symbols. */
export const createWalkDisplay = (terminal: Terminal): WalkDisplay => ({
  show: (view) => {
    const width = Math.min(terminal.width, WIDEST) - 1;
    for (const line of linesOf(view, width, terminal)) terminal.say(line);
  },
});

const linesOf = (view: WalkView, width: number, terminal: Terminal): readonly string[] => {
  const { people } = terminal.style;
  switch (view.kind) {
    case 'registration':
      return registrationLines(view.permission, width, terminal);
    case 'standing':
      return standingLines(view, width, terminal);
    case 'block':
      return ['', people.bold(wrap(`${view.block.code} · ${view.block.title}`, width))];
    case 'competence':
      return competenceLines(view, width, terminal);
    case 'review':
      return ['', words.review.turn, ...threadLines(view.thread, width, people.bold), ''];
    case 'notice':
      return ['', wrap(safeText(words.walk.notices[view.code](view.args ?? {})), width)];
    case 'finding':
      sayFinding(view.finding, terminal);
      return [];
    case 'failure':
      sayError(view.error, terminal);
      return [];
  }
};

const registrationLines = (permission: Permission, width: number, { style }: Terminal): string[] => {
  const sentence = words.referential.standing(permission);
  if (sentence === undefined) return [];
  return [
    style.people.yellow(wrap(`! ${sentence.message}`, width, '  ', '')),
    wrap(`→ ${sentence.hint}`, width, '    ', '  '),
  ];
};

const standingLines = (
  { referential, coverage }: View<'standing'>,
  width: number,
  terminal: Terminal,
): string[] => {
  const { people } = terminal.style;
  const { summary } = coverage;
  const title = `Acquis · ${words.walk.heading(referential.title, referential.code)}`;
  const count = terminal.accessible
    ? words.walk.supportedInWords(summary.supported, summary.competences)
    : words.walk.supported(summary.supported, summary.competences);
  const gap = width - widthOf(title) - widthOf(count);
  const head =
    gap >= 2
      ? [people.bold(title) + ' '.repeat(gap) + people.bold(count)]
      : [people.bold(wrap(title, width)), people.bold(count)];
  const blocks = coverage.blocks.map((block) => ({
    bar: barOf(block, referential.code, terminal),
    short: referential.blocks.find(({ code }) => code === block.code)?.short ?? '',
  }));
  const columns = Math.max(...blocks.map(({ bar }) => widthOf(bar)));
  return [
    '',
    ...head,
    ...blocks.map(({ bar, short }) => {
      const room = width - columns - 2;
      return widthOf(short) <= room ? `${padEnd(bar, columns)}  ${people.dim(short)}` : bar;
    }),
    ...(summary.complete
      ? [wrap(words.walk.allSupported(summary.analysed, summary.competences), width)]
      : []),
  ];
};

/** `BC01 ████████░░ 6/8`; in words for a screen reader. */
const barOf = (block: BlockCoverage, certification: string, { style, accessible }: Terminal): string => {
  const name = block.code.startsWith(certification) ? block.code.slice(certification.length) : block.code;
  if (block.state === 'acquired' || block.state === 'not-targeted')
    return `${name} ${words.walk.blockStates[block.state]}`;
  const total = block.competences.length;
  const supported = block.competences.filter(({ grade }) => isAtLeast(grade, 'supported')).length;
  if (accessible) return `${name} : ${words.walk.supportedInWords(supported, total)}`;
  // A bar is full only when the block is.
  const full = supported === total ? BAR : Math.min(BAR - 1, Math.ceil((BAR * supported) / total));
  return `${name} ${style.people.green('█'.repeat(full))}${style.people.dim('░'.repeat(BAR - full))} ${supported}/${total}`;
};

const competenceLines = (view: View<'competence'>, width: number, terminal: Terminal): string[] => {
  const { people } = terminal.style;
  const { competence, covered, need, activities, evidence } = view;
  const listed = (label: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [label, ...items.map((item) => wrap(safeText(item), width, '    ', '  - '))];
  return [
    '',
    people.dim('─'.repeat(terminal.accessible ? 3 : width)),
    people.bold(wrap(`${shortId(view)}  ${competence.short}`, width)),
    wrap(words.walk.quoted(competence.statement), width, '  ', ''),
    wrap(`${people.bold(words.walk.asks)} ${competence.asks}`, width),
    '',
    wrap(words.walk.needs[need], width),
    ...(covered.fragility === undefined ? [] : [wrap(words.walk.fragilities[covered.fragility], width)]),
    ...listed(
      words.walk.linkedActivities,
      activities.map(({ id, title }) => `${id} ${title}`),
    ),
    ...listed(
      words.walk.linkedEvidence,
      evidence.map((one) => [one.id, one.title, ...missingOf(one)].join(' ')),
    ),
    '',
  ];
};

/** Why a proof does not count yet: asked for or to ask for, or noted without its file. */
const missingOf = (evidence: Evidence): string[] => {
  if (isReceived(evidence)) return [];
  const { state } = evidence;
  const awaited = state === undefined || state === 'reçue' ? undefined : words.walk.awaited[state];
  return [`(${awaited ?? words.walk.noSource})`];
};

/** `BC01-C07`, as the register names it inside its certification. */
const shortId = ({ block, competence }: View<'competence'>): string => {
  const certification = block.code.replace(/(?:BC|F)\d+$/, '');
  return competence.id.startsWith(certification) ? competence.id.slice(certification.length) : competence.id;
};

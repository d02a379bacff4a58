import { safeText } from './safe-text.ts';
import { escapeMarkup } from '../domain/text/escape-markup.ts';

/** One thing that was looked at. `failure`: it was found wanting; `error`: it could not be looked at; most readers show one. */
export interface JunitCase {
  readonly name: string;
  /** Groups cases in the views of CI services. */
  readonly classname: string;
  /** The file an annotation is put on, relative to the repository. */
  readonly file?: string | undefined;
  readonly seconds?: number | undefined;
  readonly failure?: JunitFault | undefined;
  readonly error?: JunitFault | undefined;
  /** Why it was not looked at. */
  readonly skipped?: string | undefined;
  /** What is said without failing it. */
  readonly output?: readonly string[] | undefined;
}

export interface JunitFault {
  /** A code of ours, for programs. */
  readonly type: string;
  readonly message: string;
  readonly hint: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** What no XML 1.0 document can hold, escaped or not, where `safeText` has left it. */
const NEVER_XML = /[\p{Surrogate}\ufffe\uffff]/gu;

const text = (value: string): string => escapeMarkup(safeText(value).replaceAll(NEVER_XML, '\ufffd'));

const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${text(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
    )
    .join('');

const faultLine = (tag: 'failure' | 'error', { type, message, hint }: JunitFault): string =>
  `      <${tag}${attributes({ type, message })}>${text(`${message}\n→ ${hint}`)}</${tag}>\n`;

const caseLines = ({
  name,
  classname,
  file,
  seconds,
  failure,
  error,
  skipped,
  output = [],
}: JunitCase): string => {
  const inside = [
    skipped === undefined ? '' : `      <skipped${attributes({ message: skipped })}/>\n`,
    error === undefined ? '' : faultLine('error', error),
    failure === undefined ? '' : faultLine('failure', failure),
    output.length === 0 ? '' : `      <system-out>${text(output.join('\n'))}</system-out>\n`,
  ].join('');
  const head = `    <testcase${attributes({ name, classname, file, time: seconds?.toFixed(3) })}`;
  return inside === '' ? `${head}/>\n` : `${head}>\n${inside}    </testcase>\n`;
};

const countsOf = (cases: readonly JunitCase[]): Record<string, number> => ({
  tests: cases.length,
  failures: cases.filter(({ failure }) => failure !== undefined).length,
  errors: cases.filter(({ error }) => error !== undefined).length,
  skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
});

const suiteLines = ({ name, cases }: JunitSuite): string =>
  `  <testsuite${attributes({ name, ...countsOf(cases) })}>\n${cases.map(caseLines).join('')}  </testsuite>\n`;

/**
 * The XML that CI services read as test results (the form Jenkins reads: `testsuites` > `testsuite` > `testcase`), from
 * texts anybody may have written. Four elements need no XML library: those at hand bring a whole document model, and
 * leave to their caller the characters XML cannot hold.
 */
export const junitDocument = (name: string, suites: readonly JunitSuite[]): string => {
  const { tests, failures, errors } = countsOf(suites.flatMap(({ cases }) => cases));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name, tests, failures, errors })}>\n${suites.map(suiteLines).join('')}</testsuites>\n`;
};

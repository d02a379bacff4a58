import { describe, expect, test } from 'vitest';
import { junitDocument } from '../../src/output/junit-xml.ts';
import { elementsNamed, readXml } from '../support/read-xml.ts';

const HOSTILE = [
  ['markup', `</testcase><failure message="x"/> & 'q' "r"`],
  ['the end of a CDATA section', 'a ]]> b'],
  ['control characters', '\u0000\u0007\u001b[2J\u007f\u009b'],
  ['line ends and tabs', 'a\r\nb\tc'],
  ['an emoji', '👩🏽‍🌾'],
  ['half of one', 'a\ud83d b\udc69'],
  ['what no XML holds', '\ufffe\uffff'],
  ['an entity', '&lt;!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;'],
] as const;

describe('the XML of test results', () => {
  test.each(HOSTILE)('is well-formed around %s, everywhere', (_, text) => {
    const fault = { type: text, message: text, hint: text };
    const xml = junitDocument(text, [
      {
        name: text,
        cases: [
          { name: text, classname: text, file: text, failure: fault, error: fault, output: [text, text] },
          { name: text, classname: text, skipped: text },
        ],
      },
    ]);
    const root = readXml(xml);
    expect(elementsNamed('testcase', root)).toHaveLength(2);
    expect(elementsNamed('failure', root)).toHaveLength(1);
    expect(elementsNamed('system-out', root)).toHaveLength(1);
  });

  test.each(['<a>\u0007</a>', '<a>]]></a>', '<a b="<"/>', '<a>'])('would be refused as %j', (xml) => {
    expect(() => readXml(xml)).toThrow(/./u);
  });

  test('gives back what was said', () => {
    const said = 'Il manque « P07 » <à voir> & ]]> 👩🏽‍🌾\nla suite';
    const root = readXml(
      junitDocument('essai', [
        {
          name: 'bloc',
          cases: [
            { name: said, classname: 'c', failure: { type: 't', message: said, hint: 'h' }, seconds: 1.5 },
          ],
        },
      ]),
    );
    const [testcase] = elementsNamed('testcase', root);
    expect(testcase?.attributes).toEqual({ name: said, classname: 'c', time: '1.500' });
    expect(elementsNamed('failure', root)[0]).toMatchObject({
      attributes: { type: 't', message: said },
      text: `${said}\n→ h`,
    });
  });

  test('counts', () => {
    const fault = { type: 't', message: 'm', hint: 'h' };
    const root = readXml(
      junitDocument('essai', [
        {
          name: 'un',
          cases: [
            { name: 'a', classname: 'c', failure: fault },
            { name: 'b', classname: 'c', error: fault },
            { name: 'c', classname: 'c', skipped: 'acquis' },
          ],
        },
        { name: 'deux', cases: [{ name: 'd', classname: 'c' }] },
      ]),
    );
    expect(root.attributes).toEqual({ name: 'essai', tests: '4', failures: '1', errors: '1' });
    expect(root.children.map(({ attributes }) => attributes)).toEqual([
      { name: 'un', tests: '3', failures: '1', errors: '1', skipped: '1' },
      { name: 'deux', tests: '1', failures: '0', errors: '0', skipped: '0' },
    ]);
  });
});

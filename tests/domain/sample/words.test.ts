import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sampleBank as bank } from '../../../src/catalogue/fr/sample/bank.ts';
import { behindA, behindDe } from '../../../src/catalogue/fr/sample/fill.ts';
import { competencesOf, type Referential } from '../../../src/domain/referential.ts';
import { draftSample, type Draft } from '../../../src/domain/sample/sample.ts';
import { createRandom } from '../../../src/domain/sample/random.ts';
import { themeOf } from '../../../src/domain/sample/themes.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { OPEN_DAYS, shipped, type ShippedCode } from '../../support/samples.ts';

const draft = async (code: ShippedCode, number: number, completeness = 100): Promise<Draft> =>
  draftSample({
    referential: (await shipped.find(code)) as Referential,
    essPortfolio: await shipped.essPortfolio(),
    accompaniment: await shipped.accompaniment(),
    bank,
    digest: () => '0'.repeat(64),
    seed: 11,
    number,
    completeness,
    at: OPEN_DAYS[code],
    wishes: { absent: false, unsupported: false, thin: false, supported: false },
  });

const many = (count: number, completeness?: number): Promise<Draft[]> =>
  Promise.all(
    Array.from({ length: count }, (_, i) => draft(i % 2 ? 'RNCP41296' : 'RNCP38126', i + 1, completeness)),
  );

describe('the French of a sample', () => {
  test('contracts and elides', () => {
    expect(['le café', 'la régie', 'les familles', 'l’épicerie', 'Orvannes'].map(behindDe)).toEqual([
      'du café', 'de la régie', 'des familles', 'de l’épicerie', 'd’Orvannes',
    ]); // prettier-ignore
    expect(['le café', 'la régie', 'les familles', 'l’épicerie'].map(behindA)).toEqual([
      'au café', 'à la régie', 'aux familles', 'à l’épicerie',
    ]); // prettier-ignore
    const filled = bank.fill('{^:lieu} reçoit {n:1200-1200} {à:qui|x}', { lieu: 'le café', 'qui': 'les familles' }, createRandom('a')); // prettier-ignore
    expect(filled).toMatch(/^Le café reçoit 1 200 /);
  });

  test('holds no machine’s trace: places left open, straight apostrophes, « de le », a doubled word', async () => {
    const contracted = bank.sectors
      .flatMap(({ structure, publics, service, partners }) => [structure, publics, service, ...partners])
      .flatMap((phrase) => (/^les? /.test(phrase) ? [` de ${phrase}`, ` à ${phrase}`] : []));
    for (const { portfolio } of [...(await many(24)), ...(await many(8, 50))]) {
      const texts: string[] = [];
      JSON.stringify(portfolio, (_key, value: unknown) => {
        if (typeof value === 'string') texts.push(value);
        return value;
      });
      const text = texts.join('\n');
      expect(contracted.filter((phrase) => text.includes(phrase))).toEqual([]);
      for (const trace of [
        /[{}|']|undefined/u,
        /(?<!\p{L})(\p{L}{3,}) \1(?!\p{L})/iu,
        /validé/iu,
        / de [aeiouéèê]\p{L}+ /iu,
      ])
        expect(text.match(trace)?.[0]).toBeUndefined();
    }
  });

  test('each claim stands in the telling of its activity', async () => {
    for (const { portfolio } of await many(12))
      for (const { approach, competences } of portfolio.activities)
        for (const { claim } of competences) expect(approach).toContain(claim);
  });

  test('varies: no two of forty dossiers tell an activity in the same words', async () => {
    const tellings = (await many(40)).flatMap(({ portfolio }) =>
      portfolio.activities.map(({ context, role, approach }) => `${context} ${role} ${approach}`),
    );
    expect(new Set(tellings).size).toBe(tellings.length);
  });

  test.each(Object.keys(OPEN_DAYS) as ShippedCode[])(
    'knows what each competence of %s is about',
    async (code) => {
      const competences = competencesOf((await shipped.find(code)) as Referential);
      const unknown = competences.filter(
        ({ competence }) => themeOf(bank, competence) === bank.themes.at(-1),
      );
      expect(unknown.map(({ competence }) => competence.short)).toEqual([]);
    },
  );
});

describe('the files of a sample', () => {
  test('open, each in its format, and say that they are fictional', async () => {
    const files = (await many(6)).flatMap(({ maker }) => maker.proofs().files);
    const kinds = new Set(files.map(({ path }) => path.replace(/^.*\./, '')));
    expect([...kinds].toSorted()).toEqual(['csv', 'docx', 'eml', 'pdf', 'png', 'txt', 'wav']);
    for (const kind of kinds) {
      const { content } = files.find(({ path }) => path.endsWith(`.${kind}`))!;
      expect(content.length).toBeLessThan(10_000);
      if (kind === 'png') {
        const at = Buffer.from(content).indexOf('IDAT');
        expect(inflateSync(content.subarray(at + 4)).length).toBe(200 * 41);
      } else {
        const text = kind === 'pdf' ? (await readPdf(content)).text : Buffer.from(content).toString('utf8');
        expect(text).toMatch(/document fictif/iu);
      }
    }
  });
});

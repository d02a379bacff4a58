import { describe, expect, test } from 'vitest';
import { exportDocuments, type ExportEvent } from '../../src/app/export-documents.ts';
import type { ExportRequest } from '../../src/app/export-request.ts';
import { AcquisError } from '../../src/app/errors.ts';
import type { PortfolioStore } from '../../src/app/ports/world.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { MEMOIRE_PLAN } from '../../src/domain/documents/memoire-plan.ts';
import { openReferentials } from '../../src/storage/referential-source.ts';
import { buildPortfolio } from '../support/build-portfolio.ts';
import { shippedReferential } from '../support/story-documents.ts';
import { noAnnexes } from '../support/plain-annex.ts';

const run = async (
  portfolio: Portfolio,
  request: Partial<ExportRequest> = {},
  browser: 'there' | 'absent' = 'there',
  see: (model: string) => void = () => undefined,
) => {
  const referential = await shippedReferential(portfolio.certification);
  const written: string[] = [];
  const events: ExportEvent[] = [];
  const store = {
    open: () => Promise.resolve({ folder: '/dossier', portfolio, referential, revision: 'r' }),
    findTemplates: () => Promise.resolve(undefined),
    inspectPictures: () => Promise.resolve(new Map()),
    listedNames: () => Promise.resolve([]),
    inspectEvidence: () =>
      Promise.resolve(new Map(portfolio.evidence.map(({ id }) => [id, { state: 'present', bytes: 1 }]))),
  } as unknown as PortfolioStore;
  const outcome = exportDocuments(
    {
      store,
      referentials: openReferentials(),
      renderer: {
        render: (model, medium) => {
          see(JSON.stringify(model));
          return Promise.resolve({ html: `${model.kind} ${medium}`, title: '', author: '', lang: 'fr' });
        },
        renderText: (model, format) =>
          Promise.resolve(
            format === 'md' ? `${model.kind} en texte` : new TextEncoder().encode(`${model.kind} pour Word`),
          ),
      },
      printer: () =>
        Promise.resolve({
          open: () => undefined,
          print: ({ html }) =>
            browser === 'there'
              ? Promise.resolve(new TextEncoder().encode(html))
              : Promise.reject(new AcquisError('browser', 'no-browser')),
          close: () => Promise.resolve(),
        }),
      pageCounter: () =>
        Promise.resolve({ count: () => ({ pages: 3, starts: new Map() }), fill: (document) => document }),
      ...noAnnexes,
      writer: {
        write: ({ folder, below, name }, content) => {
          const path = [folder, ...below, name].join('/');
          written.push(
            `${path}: ${typeof content === 'string' ? content : new TextDecoder().decode(content)}`,
          );
          return Promise.resolve({ path, sha256: '' });
        },
      },
    },
    {
      folder: '.',
      documents: 'all',
      formats: ['pdf'],
      blocks: [],
      out: undefined,
      date: '2026-11-22',
      ...request,
    },
    (event) => events.push(event),
  );
  const error = await outcome.then(
    () => undefined,
    (reason: unknown) => reason as AcquisError,
  );
  return { written, events: events.map(({ code }) => code), error };
};

test('what the candidate says of her transversal competences reaches the plan of the mémoire, not the jury', async () => {
  const rendered: string[] = [];
  const portfolio = buildPortfolio({
    certification: 'RNCP38126',
    essProfile: {
      transversal: [{ competence: 'ESS-T1', position: 'à l’aise', example: 'La collecte partagée.' }],
    },
  });
  await run(portfolio, {}, 'there', (text) => rendered.push(text));
  const plan = rendered.find((text) => text.startsWith('{"kind":"memoire"')) ?? '';
  const forTheJury = rendered.filter((text) => text.includes('"audience":"jury"')).join('');
  expect(plan).toMatch(
    /"name":"Compétence coopérative","position":"à l’aise","example":"La collecte partagée\."/u,
  );
  expect(forTheJury).toContain('dossier-validation');
  expect(forTheJury).not.toContain('collecte partagée');
});

const irup = buildPortfolio({ certification: 'RNCP38126' });
const cnam = (eligible?: string): Portfolio =>
  buildPortfolio({ certification: 'RNCP35080', ...(eligible !== undefined && { dates: { eligible } }) });

describe('what is written, and where', () => {
  test('jury documents in exports, working ones apart', async () => {
    const { written } = await run(irup);
    expect(written).toEqual(
      expect.arrayContaining([
        '/dossier/exports/dossier-validation.pdf: dossier-validation paper',
        '/dossier/exports/portfolio.pdf: portfolio paper',
        '/dossier/exports/travail/memoire-plan.pdf: memoire paper',
        '/dossier/exports/travail/ecrit-reflexif-plan.pdf: ecrit-reflexif paper',
        '/dossier/exports/travail/couverture.pdf: couverture paper',
      ]),
    );
  });

  test('a mémoire that is written joins the jury’s documents', async () => {
    const memoire = Object.fromEntries(
      [...MEMOIRE_PLAN.sections.map(({ code }) => code), 'bibliography'].map((code) => [code, 'Écrit.']),
    );
    const { written } = await run(
      { ...irup, documents: { memoire } },
      { documents: ['memoire'], formats: ['html'] },
    );
    expect(written).toEqual(['/dossier/exports/memoire.html: memoire screen']);
  });

  test('--out replaces exports', async () => {
    const { written } = await run(irup, {
      out: '/ailleurs',
      formats: ['html'],
      documents: ['portfolio', 'memoire'],
    });
    expect(written.map((line) => line.split(':')[0])).toEqual([
      '/ailleurs/portfolio.html',
      '/ailleurs/travail/memoire-plan.html',
    ]);
  });

  test('every format stands beside the others, the one that needs a browser last', async () => {
    const { written } = await run(irup, {
      formats: ['pdf', 'md', 'docx', 'html'],
      documents: ['portfolio'],
    });
    expect(written.map((line) => line.replace('/dossier/exports/', ''))).toEqual([
      'portfolio.html: portfolio screen',
      'portfolio.docx: portfolio pour Word',
      'portfolio.md: portfolio en texte',
      'portfolio.pdf: portfolio paper',
    ]);
  });

  test('without browser the HTML is written all the same', async () => {
    const { written, error } = await run(
      irup,
      { formats: ['pdf', 'html'], documents: ['portfolio'] },
      'absent',
    );
    expect(written).toEqual(['/dossier/exports/portfolio.html: portfolio screen']);
    expect(error).toMatchObject({ kind: 'browser', code: 'no-browser' });
  });
});

describe('a mémoire for a block that the fiche does not judge on one', () => {
  const blocks = ['BC01'];
  test('is not made under all', async () => {
    const { written } = await run(irup, { blocks });
    expect(written.filter((line) => line.includes('memoire'))).toEqual([]);
    expect(written).toContain('/dossier/exports/travail/couverture.pdf: couverture paper');
  });
  test('is made when it is named, and said not to be called for', async () => {
    const { written, events } = await run(irup, { blocks, documents: ['portfolio', 'memoire'] });
    expect(events.slice(0, 2)).toEqual(['uncalled', 'uncalled']);
    expect(written).toHaveLength(2);
  });
});

test('every block acquired: nothing is left to present', async () => {
  const acquired = ['BC01', 'BC02', 'BC03'].map((block) => ({ block }));
  const { error, written } = await run(buildPortfolio({ certification: 'RNCP38126', target: { acquired } }));
  expect(error).toMatchObject({ kind: 'usage', code: 'nothing-to-present' });
  expect(written).toEqual([]);
});

test.each([
  ['BC09', 'BC01, BC02, BC03', {}],
  ['BC01', 'BC02, BC03', { acquired: [{ block: 'BC01' }] }],
  ['BC03', 'BC01', { blocks: ['BC01'] }],
])('the block %s is refused where only %s are open', async (block, expected, target) => {
  const { error, written } = await run(buildPortfolio({ certification: 'RNCP38126', target }), {
    blocks: [block],
  });
  expect(error).toMatchObject({ code: 'bad-flag', args: { flag: '--block', value: block, expected } });
  expect(written).toEqual([]);
});

describe('RNCP35080, ended on 2025-11-18', () => {
  test('recevable in time: warned first, mémoire included', async () => {
    const { events, written, error } = await run(cnam('2025-03-03'));
    expect(error).toBeUndefined();
    expect(events[0]).toBe('registration');
    expect(written.slice(0, 2)).toEqual([
      expect.stringContaining('dossier-validation'),
      expect.stringContaining('memoire-plan'),
    ]);
  });
  test.each([['2026-03-03'], [undefined]])(
    'recevable on %s: refused, naming its successor',
    async (eligible) => {
      const { error, written } = await run(cnam(eligible));
      expect(error).toMatchObject({ code: 'certification-closed', args: { successor: 'RNCP41336' } });
      expect(written).toEqual([]);
    },
  );
});

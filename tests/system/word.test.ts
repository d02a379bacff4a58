import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocx, type ReadDocx } from '../support/read-docx.ts';
import { runAcquis } from '../support/run-acquis.ts';
import { OPEN_DAYS, samplesIn, type ShippedCode } from '../support/samples.ts';
import { STORIES } from '../support/stories.ts';
import { DAY, shippedReferential } from '../support/story-documents.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

const letters = (text: string): string => text.replaceAll(/['’]/gu, '’').replaceAll(/\s+|\u00ad/gu, '');

const convert = (files: readonly string[], to: string, folder: string): void => {
  execFileSync('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', to, '--outdir', folder, ...files,
  ]); // prettier-ignore
};

const headings = ({ paragraphs }: ReadDocx): string[] =>
  paragraphs
    .filter(({ style }) => /^(?:Title|Heading\d)$/u.test(style))
    .map(({ style, text }) => `${style} ${text.replaceAll(/\s+/gu, ' ').trim()}`);

const portfolios: [ShippedCode, string, () => string | Promise<string>][] = [
  ['RNCP38126', DAY, () => storyVariant(STORIES[0])],
  ['RNCP41296', DAY, () => storyVariant(STORIES[1])],
  [
    'RNCP35080',
    OPEN_DAYS.RNCP35080,
    async () => (await samplesIn(temporaryFolder(), { certification: 'RNCP35080' }))[0] ?? '',
  ],
];

test.each(portfolios)(
  'LibreOffice opens every Word document of a portfolio for %s, prints all it says and keeps its headings when it saves it again',
  { timeout: 240_000 },
  async (certification, day, find) => {
    const folder = await find();
    const out = temporaryFolder();
    const { status, stdout } = await runAcquis([
      'export', folder, '--document', 'all', '--format', 'docx', '--at', day, '--out', out,
    ]); // prettier-ignore
    expect(status).toBe(0);
    const files = stdout.trim().split('\n');
    expect(files.length).toBeGreaterThan(2);

    const [printed, saved] = [temporaryFolder(), temporaryFolder()];
    convert(files, 'pdf', printed);
    convert(files, 'docx:MS Word 2007 XML', saved);
    const isPdf = (name: string): boolean => name.endsWith('.pdf');
    expect(readdirSync(printed).filter(isPdf)).toHaveLength(files.length);

    const statements = (await shippedReferential(certification)).blocks.flatMap(({ competences }) =>
      competences.map(({ statement }) => statement),
    );
    for (const file of files) {
      const name = basename(file, '.docx');
      const before = await readDocx(readFileSync(file));
      const text = letters(
        execFileSync('pdftotext', [join(printed, `${name}.pdf`), '-'], { encoding: 'utf8' }),
      );
      for (const heading of headings(before))
        expect(text, name).toContain(letters(heading.replace(/^\S+ /u, '')));
      const after = await readDocx(readFileSync(join(saved, `${name}.docx`)));
      expect(headings(after), name).toEqual(headings(before));
      if (name === 'dossier-validation')
        for (const statement of statements) expect(text).toContain(letters(statement));
      const fonts = execFileSync('pdffonts', [join(printed, `${name}.pdf`)], { encoding: 'utf8' });
      expect(fonts).toContain('SourceSans3');
    }
  },
);

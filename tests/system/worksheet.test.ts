/** The form through another program: LibreOffice reads it, saves it as its own, and as Word again. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NARRATIVE_FIELDS } from '../../src/domain/portfolio.ts';
import { editDocx } from '../support/edit-docx.ts';
import { toldPortfolio, toldText } from '../support/told-activity.ts';
import { differences, formOf, readBack } from '../support/worksheets.ts';

const A1 = { kind: 'activity', id: 'A1' } as const;

/** Word → OpenDocument → Word, all files in one run of the program. */
const throughLibreOffice = (files: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), 'acquis-fiches-'));
  const convert = (from: string, kind: string, to: string): void => {
    mkdirSync(join(folder, to));
    const paths = Object.keys(files).map((name) => join(folder, from, `${name}.${from === 'odt' ? 'odt' : 'docx'}`));
    const profile = `-env:UserInstallation=file://${join(folder, 'profil')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', join(folder, to), ...paths], { stdio: 'pipe' });
  }; // prettier-ignore
  mkdirSync(join(folder, 'docx'));
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(folder, 'docx', `${name}.docx`), bytes);
  convert('docx', 'odt', 'odt');
  convert('odt', 'docx:MS Word 2007 XML', 'saved');
  return new Map(
    Object.keys(files).map((name) => [
      name,
      new Uint8Array(readFileSync(join(folder, 'saved', `${name}.docx`))),
    ]),
  );
};

test('a form that LibreOffice saved gives back exactly the fields that were edited, whichever they are', async () => {
  const before = toldPortfolio();
  const form = await formOf(before, A1, 'docx');
  const marks = new Map([
    ...NARRATIVE_FIELDS.map((field) => [field, field] as const),
    ['claim:ESSAI1BC01-C01', 'claim un'] as const,
    ['claim:ESSAI1BC01-C02', 'claim deux'] as const,
  ]);
  const edit = (mark: string) => (xml: string) =>
    xml.replace(`point, ${mark}<`, `point ajouté à ${mark}, l’été, où ça ?<`);
  const edited = Object.fromEntries(
    [...marks].map(([key, mark]) => [key.replace(':', '-'), editDocx(form, edit(mark))]),
  );
  const saved = throughLibreOffice({
    untouched: form,
    title: editDocx(form, (xml) => xml.replace('>Ouvrir un local à title<', '>Ouvrir un local à Noël<')),
    period: editDocx(form, (xml) => xml.replace('mars 2021 – 2022', 'mars 2021 – en cours')),
    ...edited,
  });
  const differencesOf = async (name: string) => {
    const back = await readBack(before, A1, saved.get(name)!);
    return { marked: back.marked, unrecognised: back.unrecognised, differences: differences(back) };
  };
  const only = (...difference: readonly string[]) => ({
    marked: true,
    unrecognised: [],
    differences: difference.length === 0 ? [] : [difference],
  });
  expect(await differencesOf('untouched')).toEqual(only());
  expect(await differencesOf('title')).toEqual(only('title', 'changed', 'Ouvrir un local à Noël'));
  expect(await differencesOf('period')).toEqual(only('period', 'changed', 'mars 2021 – en cours'));
  for (const [key, mark] of marks)
    expect(await differencesOf(key.replace(':', '-'))).toEqual(
      only(
        key,
        'changed',
        toldText(mark).replace(`point, ${mark}`, `point ajouté à ${mark}, l’été, où ça ?`),
      ),
    );
});

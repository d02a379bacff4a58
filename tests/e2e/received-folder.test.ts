import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAcquis } from '../support/run-acquis.ts';
import { storyVariant, temporaryFolder } from '../support/story-variant.ts';

/** A folder as an advisor receives it: nothing in it is to be trusted. */
const received = (): string => storyVariant('recit-a-rncp38126');

/** The référentiel of the folder changed by its sender, who also made the hash fit. */
const withReferential = (change: (referential: { title: string; blocks: unknown[] }) => void): string => {
  const folder = received();
  const file = join(folder, 'referentiel.json');
  const before = readFileSync(file, 'utf8');
  const referential = JSON.parse(before);
  change(referential);
  const after = `${JSON.stringify(referential, null, 1)}\n`;
  writeFileSync(file, after);
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const yaml = join(folder, 'portfolio.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace(sha256(before), sha256(after)));
  return folder;
};

const codes = (stdout: string): string[] =>
  (JSON.parse(stdout) as { findings: { code: string }[] }).findings.map(({ code }) => code);

describe('a folder received from somebody else', () => {
  it('with one changed byte in a proof: check names it, export warns and goes on', async () => {
    const folder = received();
    const name = readdirSync(join(folder, 'preuves')).find((file) => file.startsWith('P03')) ?? '';
    const file = join(folder, 'preuves', name);
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    writeFileSync(file, bytes);
    const check = await runAcquis(['check', folder, '--format', 'json']);
    expect(check.status).toBe(1);
    expect(codes(check.stdout)).toContain('evidence-altered');
    const out = temporaryFolder();
    const exported = await runAcquis([
      'export',
      folder,
      '--document',
      'portfolio',
      '--format',
      'html',
      '--out',
      out,
    ]);
    expect(exported.status).toBe(0);
    expect(exported.stderr).toContain(`P03 : preuves/${name}`);
  });

  it('whose référentiel was cut down: the check says that it is not the register’s', async () => {
    const folder = withReferential((referential) => referential.blocks.splice(1));
    const yaml = join(folder, 'portfolio.yaml');
    // The links to the blocks that are gone would be refused first.
    writeFileSync(
      yaml,
      readFileSync(yaml, 'utf8').replaceAll(/^.*BC0[23]-C.*\n(?:\s+(?:claim|what):.*\n)?/gm, ''),
    );
    const { stdout } = await runAcquis(['check', folder, '--format', 'json']);
    expect(codes(stdout)).toContain('referential-differs');
    const untouched = await runAcquis(['check', received(), '--format', 'json']);
    expect(codes(untouched.stdout)).not.toContain('referential-differs');
  });

  it.each(['\u001b[2J', '\u009b31m', '\u202e', '\u0007'])(
    'whose référentiel holds %j: refused, unread by the terminal',
    async (bad) => {
      const folder = withReferential((referential) => {
        referential.title += bad;
      });
      const { status, stdout, stderr } = await runAcquis(['check', folder]);
      expect(status).toBe(3);
      expect(stdout + stderr).not.toContain(bad);
      expect(stderr).toContain('referentiel.json');
    },
  );

  it('with templates of its own: they are not used', async () => {
    const folder = received();
    mkdirSync(join(folder, 'templates', 'portfolio'), { recursive: true });
    writeFileSync(
      join(folder, 'templates', 'portfolio', 'document.hbs'),
      '{{{candidate}}}<script>0</script>PLANTED',
    );
    const out = temporaryFolder();
    await runAcquis(['export', folder, '--document', 'portfolio', '--format', 'html', '--out', out]);
    const html = readFileSync(join(out, 'portfolio.html'), 'utf8');
    expect(html).toContain('Noémie Valtreuil');
    expect(html).not.toMatch(/PLANTED|<script/);
  });
});

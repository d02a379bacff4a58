import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const here = mkdtempSync(join(tmpdir(), 'acquis-doctor-'));
afterAll(() => rmSync(here, { recursive: true, force: true }));

const doctor = (
  args: string[],
  env: NodeJS.ProcessEnv = {},
): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [resolve('bin/acquis.js'), 'doctor', ...args], {
    cwd: here,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

interface Document {
  readonly ready: boolean;
  readonly diagnoses: readonly {
    code: string;
    status: string;
    args: Record<string, unknown>;
    error?: string;
  }[];
}

const statuses = (stdout: string): Record<string, string> =>
  Object.fromEntries((JSON.parse(stdout) as Document).diagnoses.map(({ code, status }) => [code, status]));

describe('acquis doctor', () => {
  it('finds a browser, sees its sandbox, prints a page, writes durably, and leaves nothing behind', () => {
    const { status, stdout, stderr } = doctor(['--format', 'json'], { LC_ALL: 'C.UTF-8' });
    expect(stderr).toBe('');
    expect(statuses(stdout)).toMatchObject({
      node: 'ok',
      browser: 'ok',
      sandbox: 'ok',
      print: 'ok',
      fonts: 'ok',
      folder: 'ok',
      cache: 'ok',
      terminal: 'ok',
    });
    expect(status).toBe(0);
    expect(readdirSync(here)).toEqual([]);
  });

  it('says in French what it saw', () => {
    const { status, stdout } = doctor([]);
    expect(stdout).toMatch(/✓ Navigateur .*Chrome/u);
    expect(stdout).toContain('Tout ce dont acquis a besoin est là.');
    expect(status).toBe(0);
  });

  it('goes on without a browser, names the remedy and ends with 4', () => {
    const { status, stdout } = doctor(['--format', 'json', '--browser-path', '/nulle/part']);
    const { ready, diagnoses } = JSON.parse(stdout) as Document;
    expect(ready).toBe(false);
    expect(diagnoses.find(({ code }) => code === 'browser')).toMatchObject({
      status: 'failed',
      error: 'browser-not-there',
      args: { source: '--browser-path', path: '/nulle/part' },
    });
    expect(diagnoses.find(({ code }) => code === 'folder')?.status).toBe('ok');
    expect(status).toBe(4);
  });

  it('reports a program that is no browser', () => {
    const { status, stdout } = doctor(['--format', 'json'], { ACQUIS_BROWSER: process.execPath });
    expect(JSON.parse(stdout)).toMatchObject({ ready: false });
    expect(status).toBe(4);
  });

  it('reports a folder that holds no portfolio', () => {
    const { status, stdout } = doctor(['--format', 'json', here]);
    expect(statuses(stdout)['portfolio']).toBe('failed');
    expect(status).toBe(5);
  });
});

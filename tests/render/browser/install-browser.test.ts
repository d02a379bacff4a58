import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InstalledBrowser } from '../../../src/app/ports/browser-installer.ts';
import { words } from '../../../src/catalogue/index.ts';
import { installedBrowsers, surroundings } from '../../../src/render/browser/browser-path.ts';
import { installBrowser } from '../../../src/render/browser/install-browser.ts';
import { runAcquis } from '../../support/run-acquis.ts';
import { zip, type ZipEntry } from '../../support/zip.ts';

const INSIDE = 'chrome-headless-shell-linux64';
const program: ZipEntry = {
  name: `${INSIDE}/chrome-headless-shell`,
  content: '#!/bin/sh\necho essai\n',
  mode: 0o100755,
};
const filling: ZipEntry = { name: `${INSIDE}/locales/fr.pak`, content: randomBytes(200_000) };
const whole = zip([{ name: `${INSIDE}/`, content: '', mode: 0o040755 }, program, filling]);

const parent = mkdtempSync(join(tmpdir(), 'acquis-install-'));
let cache = '';
let base = '';
let asked: string[] = [];
let answer: (response: ServerResponse) => void;

const send = (archive: Buffer) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': archive.length }).end(archive);
};
/** Half of what was announced, then `next`. */
const half = (next: (response: ServerResponse) => void) => (response: ServerResponse) => {
  response
    .writeHead(200, { 'content-length': whole.length })
    .write(whole.subarray(0, whole.length / 2), () => next(response));
};

const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  answer(response);
});
beforeAll(
  () =>
    new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', () => {
        base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        listening();
      });
    }),
);
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(parent, { recursive: true, force: true });
});
beforeEach(() => {
  cache = mkdtempSync(join(parent, 'cache-'));
  asked = [];
  answer = send(whole);
});

const env = (): Record<string, string> => ({ PUPPETEER_CACHE_DIR: cache, NO_PROXY: '*' });
const install = (silence?: number): Promise<InstalledBrowser> =>
  installBrowser(env(), { baseUrl: base, onProgress: () => undefined }, silence);
const found = (): readonly string[] =>
  installedBrowsers(surroundings(env()))
    .filter(({ origin }) => origin === 'puppeteer-cache')
    .map(({ path }) => path);
const leftovers = (): string[] => readdirSync(cache, { recursive: true, encoding: 'utf8' });

describe('browser install', () => {
  it('puts the browser where exports look for one, and nothing beside it', async () => {
    const { path, version, isNew } = await install();
    expect(isNew).toBe(true);
    expect(version).toMatch(/^chrome-headless-shell \d+(?:\.\d+){3}$/u);
    expect(asked).toEqual([`/${version.split(' ')[1]}/linux64/${INSIDE}.zip`]);
    expect(found()).toEqual([path]);
    expect(readFileSync(path, 'utf8')).toBe(program.content);
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(readdirSync(cache)).toEqual(['chrome-headless-shell']);
    expect(readdirSync(join(cache, 'chrome-headless-shell'))).toHaveLength(1);
  });

  it('downloads nothing twice, and repairs what has lost its program', async () => {
    const { path } = await install();
    expect(await install()).toMatchObject({ path, isNew: false });
    expect(asked).toHaveLength(1);
    rmSync(path);
    expect(await install()).toMatchObject({ path, isNew: true });
    expect(found()).toEqual([path]);
  });

  it('is installed once by two at once', async () => {
    const both = await Promise.all([install(), install()]);
    expect(found()).toEqual([both[0].path]);
    expect(readdirSync(cache)).toEqual(['chrome-headless-shell']);
  });

  it.each<[string, (response: ServerResponse) => void, object]>([
    ['a server without it', (response) => response.writeHead(404).end(), { reason: '404' }],
    ['a server that fails', (response) => response.writeHead(503).end(), { reason: '503' }],
    ['a connection cut before the answer', (response) => response.destroy(), { reason: 'ECONNRESET' }],
    ['a connection cut half-way', half((response) => response.destroy()), { reason: 'ECONNRESET' }],
    ['a server that falls silent', half(() => undefined), { reason: 'ETIMEDOUT' }],
  ])('says what happened with %s, and leaves nothing', async (_, reply, args) => {
    answer = reply;
    await expect(install(300)).rejects.toMatchObject({
      kind: 'browser',
      code: 'browser-download',
      args: { source: base, ...args },
    });
    expect(found()).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it.each<[string, Buffer]>([
    ['is no zip', Buffer.from('<html>Connexion au réseau de la mairie</html>')],
    ['was cut', whole.subarray(0, -100)],
    ['has a byte that changed', Buffer.from(whole).fill(0xff, 1000, 1001)],
    ['has another checksum', zip([{ ...program, crc: 1 }])],
    ['holds no browser', zip([filling])],
    ['holds one that cannot be run', zip([{ ...program, mode: 0o100644 }])],
    ['holds a link', zip([program, { name: `${INSIDE}/l`, content: '/etc', mode: 0o120777 }])],
    [
      'writes through a link',
      zip([{ name: 'l', content: '../../..', mode: 0o120777 }, { name: 'l/dehors', content: 'x' }, program]),
    ],
    ['leaves its folder', zip([program, { name: '../../dehors', content: 'x' }])],
    ['names the root', zip([program, { name: '/tmp/dehors', content: 'x' }])],
    ['names a file twice', zip([program, { ...program, content: 'autre' }])],
  ])('refuses an archive that %s, and leaves nothing', async (_, archive) => {
    // prettier-ignore
    answer = send(archive);
    await expect(install()).rejects.toMatchObject({ kind: 'browser', code: 'browser-archive' });
    expect(found()).toEqual([]);
    expect(leftovers()).toEqual([]);
    expect(existsSync(join(dirname(cache), 'dehors'))).toBe(false);
  });

  it('says where it cannot write', async () => {
    const file = join(cache, 'occupé');
    writeFileSync(file, '');
    const asking = installBrowser(
      { PUPPETEER_CACHE_DIR: join(file, 'sous') },
      { baseUrl: base, onProgress: () => undefined },
    );
    await expect(asking).rejects.toMatchObject({ kind: 'io', code: 'cannot-write' });
    expect(asked).toEqual([]);
  });

  it('sweeps what a kill left a day ago, and nothing younger', async () => {
    const [old, young] = [join(cache, '.acquis-vieux'), join(cache, '.acquis-jeune')];
    for (const folder of [old, young]) mkdirSync(join(folder, 'unpacked', INSIDE), { recursive: true });
    utimesSync(old, 0, 0);
    await install();
    expect(existsSync(old)).toBe(false);
    expect(existsSync(young)).toBe(true);
    expect(found()).toHaveLength(1);
  });
});

describe('acquis browser install', () => {
  it('says its progress to people and gives the path as data', async () => {
    const { status, stdout, stderr } = await runAcquis(['browser', 'install', '--base-url', `${base}/`], {
      env: env(),
    });
    expect({ status, stdout: stdout.trim() }).toEqual({ status: 0, stdout: found()[0] });
    expect(stderr).toMatch(/Téléchargement : 100\u00a0% .*\nInstallé : chrome-headless-shell/u);
    const again = await runAcquis(['browser', 'install'], { env: env() });
    expect(again).toMatchObject({ status: 0, stdout });
    expect(again.stderr).toContain('Déjà là');
  });

  it('ends with 4 and the remedy where nothing could be had, at once', async () => {
    answer = half((response) => response.destroy());
    const { status, stdout, stderr } = await runAcquis(['browser', 'install', '--base-url', base], {
      env: env(),
    });
    expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
    expect(stderr).toMatch(/✗ Le navigateur n’a pas pu être téléchargé de http:\/\/127.*\n.*--base-url/u);
    expect(leftovers()).toEqual([]);
  });

  it('ends with 5 on a full disk', async () => {
    const limit = { env: env(), fileSizeLimit: 1 };
    const { status, stderr } = await runAcquis(['browser', 'install', '--base-url', base], limit);
    expect(stderr).toContain('Écriture impossible');
    expect(status).toBe(5);
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ['SIGINT', 130, []],
    ['SIGTERM', 143, []],
    ['SIGKILL', null, ['.acquis-']],
  ] as const)('stopped half-way by %s leaves nothing to be found', async (signal, status, left) => {
    let started: () => void;
    const halfWay = new Promise<void>((go) => {
      started = go;
    });
    answer = half(() => started());
    const command = [resolve('bin/acquis.js'), 'browser', 'install', '--base-url', base];
    const child = spawn(process.execPath, command, { env: { ...process.env, ...env() }, stdio: 'ignore' });
    const ended = once(child, 'exit');
    await halfWay;
    while (leftovers().length < 2) await setTimeout(10);
    child.kill(signal);
    expect((await ended)[0]).toBe(status);
    expect(readdirSync(cache).map((name) => name.slice(0, 8))).toEqual(left);
    expect(found()).toEqual([]);
  });

  it('is what the lack of a browser leads to', () => {
    expect(words.errors['no-browser']({}).hint).toContain('acquis browser install');
  });

  it('refuses an address that is none', async () => {
    const { status } = await runAcquis(['browser', 'install', '--base-url', 'miroir'], { env: env() });
    expect(status).toBe(2);
  });
});

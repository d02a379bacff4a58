import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createSocket, type Socket } from 'node:dgram';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupVectors, hostileVectors, type Vector } from '../support/hostile-vectors.ts';
import { portablePrinter, type PortablePrinter } from '../support/portable-printer.ts';
import { printable } from '../support/printable.ts';
import { readPdf } from '../support/read-pdf.ts';

const CANARY = 'canari-4f1c';
let hits: string[] = [];
let server: Server;
let udp: Socket;
let portable: PortablePrinter;
let vectors: readonly Vector[];

beforeAll(async () => {
  portable = await portablePrinter();
  const secret = join(portable.folder, 'secret.txt');
  writeFileSync(secret, CANARY, { mode: 0o644 });
  server = createServer((socket) => {
    hits.push('connection');
    socket.on('data', (data) => hits.push(data.toString('latin1').slice(0, 80)));
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  });
  const { port } = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
  udp = createSocket('udp4', () => hits.push('datagram')).bind(port, '127.0.0.1');
  const all = hostileVectors(`http://127.0.0.1:${port}`, pathToFileURL(secret).href);
  expect(all.length).toBeGreaterThan(60);
  vectors = groupVectors(all, 8);
});

afterAll(async () => {
  server.close();
  udp.close();
  await portable.remove();
});

/** Prints every vector in a process of its own, as this user or as « nobody »; what each came to. */
const printAll = async (name: string, asNobody: boolean): Promise<(Uint8Array | { code: string })[]> => {
  const folder = join(portable.folder, name);
  mkdirSync(folder, { mode: 0o755 });
  if (asNobody) chownSync(folder, 65_534, 65_534);
  const documents = vectors.map(({ html }) => printable(`<h1>DÉBUT</h1>${html}<p>x</p>${html}<p>FIN</p>`));
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents));
  const node = [process.execPath, portable.program, join(folder, 'documents.json'), '{"timeLimit":20000}'];
  const drop = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];
  const [command = '', ...args] = asNobody ? [...drop, ...node] : node;
  const env = { ...process.env, ...(asNobody && { HOME: folder, XDG_CACHE_HOME: folder }) };
  const status = await new Promise((resolve) => {
    spawn(command, args, { env, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', resolve);
  });
  expect(status).toBe(0);
  return vectors.map((_, index) => {
    const answer = join(folder, String(index));
    return existsSync(`${answer}.pdf`)
      ? readFileSync(`${answer}.pdf`)
      : (JSON.parse(readFileSync(`${answer}.error`, 'utf8')) as { code: string });
  });
};

const users = process.getuid?.() === 0 ? ['root', 'an ordinary user'] : ['an ordinary user'];

describe.each(users)('a hostile document, printed by %s', (user) => {
  it(
    'reaches neither the network nor a file, and is printed whole or refused',
    { timeout: 120_000 },
    async () => {
      hits = [];
      const answers = await printAll(user.replaceAll(' ', '-'), user !== 'root' && process.getuid?.() === 0);
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      expect(hits).toEqual([]);
      let printed = 0;
      for (const [index, answer] of answers.entries()) {
        const { name } = vectors[index] ?? { name: '' };
        if (!(answer instanceof Uint8Array)) {
          expect(answer.code, name).toBe('browser-failed');
          continue;
        }
        const { text } = await readPdf(answer);
        expect(text, name).toMatch(/DÉBUT.*FIN/u);
        expect(text, name).not.toContain(CANARY);
        printed++;
      }

      expect(printed).toBeGreaterThan(vectors.length * 0.7);
    },
  );
});

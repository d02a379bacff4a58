/**
 * Serves one person on this machine: the loopback address alone, behind a secret in the path, to requests that name this
 * very host (a page elsewhere may have its own name point here), GET and HEAD alone, from memory alone.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AcquisError } from '../app/errors.ts';
import type { PreviewPage, PreviewServer, PreviewView } from '../app/ports/preview.ts';
import { documentTitle } from '../catalogue/fr/document-title.ts';
import { words } from '../catalogue/index.ts';
import { panelHtml } from './panel.ts';
import { shellHtml } from './shell.ts';
import { escapeMarkup } from '../domain/text/escape-markup.ts';

const LOOPBACK = '127.0.0.1';
const MOST_LISTENERS = 20;
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
/** Nothing runs in the document, whatever stands in it. */
const DOCUMENT_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";
const shellPolicy = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `page` is the name asked for; `query` asks for it again. */
type Route = (response: ServerResponse, page: string | null, query: string) => void;

interface Listener {
  readonly response: ServerResponse;
  readonly page: string | null;
}

export const startPreviewServer = async (port: number): Promise<PreviewServer> => {
  const secret = randomBytes(16).toString('hex');
  const listeners = new Set<Listener>();
  let view: PreviewView = { pages: [], report: undefined, failure: undefined };
  let host = '';

  const pageOf = (name: string | null): PreviewPage | undefined =>
    view.pages.find((page) => page.name === name) ?? view.pages[0];
  const marks = (name: string | null): string => JSON.stringify({ document: hash(pageOf(name)?.html ?? '') });
  const send = ({ response, page }: Listener): void => void response.write(`data: ${marks(page)}\n\n`);

  const routes: Readonly<Record<string, Route>> = {
    '': (response, page, query) => {
      const nonce = randomBytes(16).toString('base64');
      const shown = pageOf(page);
      html(
        response,
        shellHtml(shown ? documentTitle(shown) : '', panelHtml(view, shown?.name ?? ''), query, nonce),
        shellPolicy(nonce),
      );
    },
    document: (response, page) => html(response, pageOf(page)?.html ?? waitingPage(), DOCUMENT_POLICY),
    panel: (response, page) =>
      html(response, panelHtml(view, pageOf(page)?.name ?? ''), "default-src 'none'"),
    events: (response, page) => {
      if (listeners.size >= MOST_LISTENERS) return refuse(response, 503);
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
      const listener = { response, page };
      listeners.add(listener);
      response.on('close', () => listeners.delete(listener));
      send(listener);
    },
  };

  // A name that every object has is no route.
  const routeOf = (name: string): Route | undefined =>
    Object.hasOwn(routes, name) ? routes[name] : undefined;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.headers.host !== host && request.headers.host !== host.replace(LOOPBACK, 'localhost'))
      return refuse(response, 421);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const [path = '', typed] = (request.url ?? '').split('?', 2);
    const page = new URLSearchParams(typed).get('page');
    const route = path.startsWith(`/${secret}/`) ? routeOf(path.slice(secret.length + 2)) : undefined;
    if (route === undefined) return refuse(response, 404);
    route(response, page, page === null ? '' : `?page=${encodeURIComponent(page)}`);
  };

  const server = createServer({ requestTimeout: 10_000 }, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new AcquisError('io', 'port-unusable', { port, reason: error.code ?? '' }, { cause: error })),
    );
    server.listen(port, LOOPBACK, resolve);
  });
  host = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${host}/${secret}/`,
    show: (next) => {
      view = next;
      for (const listener of listeners) send(listener);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const html = (response: ServerResponse, body: string, policy: string): void => {
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': policy,
  });
  // Node itself leaves the body out of an answer to HEAD.
  response.end(body);
};

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { ...HEADERS, 'Content-Length': 0 });
  response.end();
};

/** Before the first page could be made. */
const waitingPage = (): string =>
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>${escapeMarkup(words.preview.waiting)}</title></head><body><p>${escapeMarkup(words.preview.waiting)}</p></body></html>`;

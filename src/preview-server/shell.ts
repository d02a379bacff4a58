import { words } from '../catalogue/index.ts';
import { escapeMarkup } from '../domain/text/escape-markup.ts';

const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; display: grid; grid-template-columns: 1fr minmax(18rem, 24rem); font: 1rem/1.45 system-ui, sans-serif; color: #1c1c1a; background: #eceae4; }
aside { overflow-y: auto; padding: 1rem 1.25rem; background: #fff; border-left: 1px solid #b9b5aa; overflow-wrap: anywhere; }
main { position: relative; min-height: 0; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: #fff; }
h1 { font-size: 1.15rem; margin: 0 0 .25rem; }
h2 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
p { margin: 0 0 .25rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .5rem 0; border-top: 1px solid #dedbd2; }
nav li { display: inline-block; border: 0; padding: 0 .75rem .25rem 0; }
a { color: #1f4e5f; }
a[aria-current] { font-weight: 600; text-decoration: none; }
.coming { visibility: hidden; }
:focus-visible { outline: 3px solid #1f4e5f; outline-offset: -3px; }
.hint, #status { color: #55534d; font-size: .9rem; }
.place { font-family: ui-monospace, monospace; font-size: .85rem; }
.standing { font-weight: 600; margin-top: .75rem; }
.failure { border-left: 4px solid #9b1c1c; padding-left: .75rem; margin-top: .75rem; }
.failure h2 { color: #9b1c1c; margin-top: 0; }
@media (max-width: 50rem) { body { height: auto; display: block; } main { height: 85vh; border-bottom: 1px solid #b9b5aa; } aside { border: 0; overflow: visible; } }
`;

/** The only script: asks for what is new and puts it in place, the document where it was scrolled to. */
const SCRIPT = `
const panel = document.getElementById('panel'), stage = document.querySelector('main'), status = document.getElementById('status');
const said = document.body.dataset, query = location.search;
let shown = '', turn = 0;
const place = (name) => {
  const before = stage.querySelector('iframe');
  const frame = document.createElement('iframe');
  frame.title = before.title; frame.setAttribute('sandbox', 'allow-same-origin');
  const mine = ++turn;
  frame.className = 'coming';
  frame.addEventListener('load', () => {
    if (mine !== turn) return frame.remove();
    const old = stage.querySelector('iframe:not(.coming)') || before;
    if (old.contentWindow) frame.contentWindow.scrollTo(0, old.contentWindow.scrollY);
    old.remove(); frame.className = '';
  });
  frame.src = 'document' + query + (query ? '&' : '?') + 'mark=' + name;
  stage.append(frame);
};
const take = async (marks) => {
  const answer = await fetch('panel' + query);
  if (!answer.ok) return;
  panel.innerHTML = await answer.text();
  if (shown && shown !== marks.document) place(marks.document);
  shown = marks.document;
  status.textContent = panel.querySelector('.failure') ? said.broken : said.ready;
};
let last = Promise.resolve();
const source = new EventSource('events' + query);
source.onmessage = (event) => { const marks = JSON.parse(event.data); last = last.then(() => take(marks)).catch(() => {}); };
source.onerror = () => { status.textContent = said.lost; };
`;

/** The page around the document; `nonce` lets its own style and script in, and nothing else. */
export const shellHtml = (
  title: string,
  panel: string,
  query: string,
  nonce: string,
): string => `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(words.preview.title(title))}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body data-ready="${escapeMarkup(words.preview.upToDate)}" data-broken="${escapeMarkup(words.preview.toCorrect)}" data-lost="${escapeMarkup(words.preview.lost)}">
<main><iframe title="${escapeMarkup(words.preview.frame)}" sandbox="allow-same-origin" src="document${escapeMarkup(query)}"></iframe></main>
<aside aria-label="${escapeMarkup(words.preview.panel)}" tabindex="0">
<h1>${escapeMarkup(words.preview.title(title))}</h1>
<p id="status" role="status">${escapeMarkup(words.preview.upToDate)}</p>
<div id="panel">${panel}</div>
</aside>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;

/** HTML that tries to reach the network or a file, as if every escape before the printer had failed. */
export interface Vector {
  readonly name: string;
  readonly html: string;
  /** Changes the document around it, or leaves it: printed alone. */
  readonly alone?: true;
}

const CHANGES_ITS_DOCUMENT = /refresh|base|policy|frameset|open|form|link javascript|page margin/u;

const inline = (name: string, html: string): Vector => ({
  name,
  html,
  ...(CHANGES_ITS_DOCUMENT.test(name) && { alone: true }),
});

/** `web` is `http://127.0.0.1:PORT`, `file` the `file:` URL of a text nobody may read. */
export const hostileVectors = (web: string, file: string): readonly Vector[] => {
  const host = web.replace('http://', '');
  const script = (code: string): string => `<script>${code}</script>`;
  const data = (type: string, text: string): string =>
    `data:${type};base64,${Buffer.from(text).toString('base64')}`;
  const network: Vector[] = [
    inline('img', `<img src="${web}/x">`),
    inline('img upper-case scheme', `<img src="HTTP://${host}/x">`),
    inline('img without scheme', `<img src="//${host}/x">`),
    inline('img srcset', `<img srcset="${web}/x 1x, ${web}/y 2x">`),
    inline('picture', `<picture><source srcset="${web}/x"><img src="${web}/y"></picture>`),
    inline('lazy img', `<img loading="eager" fetchpriority="high" src="${web}/x">`),
    inline('iframe', `<iframe src="${web}/x"></iframe>`),
    inline('iframe srcdoc', `<iframe srcdoc="<img src='${web}/x'>"></iframe>`),
    inline(
      'iframe data',
      `<iframe src="${data('text/html', `<img src="${web}/x">${script(`fetch('${web}/y')`)}`)}"></iframe>`,
    ),
    inline('object', `<object data="${web}/x" type="text/html"></object>`),
    inline('embed', `<embed src="${web}/x" type="application/pdf">`),
    inline('frameset', `<frameset><frame src="${web}/x"></frameset>`),
    inline('link stylesheet', `<link rel="stylesheet" href="${web}/x">`),
    inline('link preload', `<link rel="preload" as="image" href="${web}/x">`),
    inline('link modulepreload', `<link rel="modulepreload" href="${web}/x">`),
    inline('link prefetch', `<link rel="prefetch" href="${web}/x">`),
    inline('link prerender', `<link rel="prerender" href="${web}/x">`),
    inline('link preconnect', `<link rel="preconnect" href="${web}">`),
    inline(
      'link preconnect localhost',
      `<link rel="preconnect" href="${web.replace('127.0.0.1', 'localhost')}">`,
    ),
    inline('link dns-prefetch', `<link rel="dns-prefetch" href="${web}">`),
    inline('link icon', `<link rel="icon" href="${web}/x">`),
    inline('link manifest', `<link rel="manifest" href="${web}/x">`),
    inline(
      'speculation rules',
      `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${web}/x"]}]}</script>`,
    ),
    inline('meta refresh', `<meta http-equiv="refresh" content="0;url=${web}/x">`),
    inline(
      'meta refresh to data',
      `<meta http-equiv="refresh" content="0;url=${data('text/html', '<p>remplacé</p>')}">`,
    ),
    inline('meta refresh to about:blank', '<meta http-equiv="refresh" content="0;url=about:blank">'),
    inline(
      'weaker policy',
      `<meta http-equiv="Content-Security-Policy" content="default-src *"><img src="${web}/x">`,
    ),
    inline('base', `<base href="${web}/"><img src="x">`),
    inline('css import', `<style>@import url("${web}/x");</style>`),
    inline('css background', `<div style="background:url(${web}/x)">a</div>`),
    inline('css font', `<style>@font-face{font-family:z;src:url(${web}/x)}b{font-family:z}</style><b>a</b>`),
    inline('css content', `<style>b::before{content:url(${web}/x)}</style><b>a</b>`),
    inline(
      'css cursor, list, mask',
      `<ul style="list-style:url(${web}/x);cursor:url(${web}/y),auto;mask:url(${web}/z)"><li>a</ul>`,
    ),
    inline('css page margin box', `<style>@page{@top-left{content:url(${web}/x)}}</style>`),
    inline(
      'css in data stylesheet',
      `<link rel="stylesheet" href="${data('text/css', `@import url("${web}/x");`)}">`,
    ),
    inline('svg image', `<svg><image href="${web}/x" width="9" height="9"/></svg>`),
    inline('svg use', `<svg><use href="${web}/x#a"/></svg>`),
    inline(
      'svg in data',
      `<img src="${data('image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg"><image href="${web}/x"/></svg>`)}">`,
    ),
    inline(
      'svg feImage',
      `<svg><filter id="f"><feImage href="${web}/x"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
    ),
    inline('svg foreignObject', `<svg><foreignObject><img src="${web}/x"></foreignObject></svg>`),
    inline(
      'video',
      `<video src="${web}/x" poster="${web}/y" autoplay preload="auto"><track src="${web}/z" default></video>`,
    ),
    inline('audio', `<audio src="${web}/x" autoplay preload="auto"></audio>`),
    inline('input image', `<input type="image" src="${web}/x">`),
    inline('body background', `<table background="${web}/x"><tr><td background="${web}/y">a</table>`),
    inline(
      'form',
      `<form action="${web}/x" id="f"><button autofocus>a</button></form>${script('document.forms[0].submit()')}`,
    ),
    inline('ping', `<a href="#z" ping="${web}/x">a</a>${script('document.links[0].click()')}`),
    inline('script src', `<script src="${web}/x"></script>`),
    inline('module script', `<script type="module">import '${web}/x'</script>`),
    inline(
      'fetch, beacon, XHR',
      script(`fetch('${web}/x');navigator.sendBeacon('${web}/y');new EventSource('${web}/z')`),
    ),
    inline('WebSocket', script(`new WebSocket('ws://${host}/x')`)),
    inline(
      'WebRTC',
      script(
        `const p=new RTCPeerConnection({iceServers:[{urls:'stun:${host}'},{urls:'turn:${host}?transport=tcp',username:'a',credential:'b'}]});p.createDataChannel('a');p.createOffer().then(o=>p.setLocalDescription(o))`,
      ),
    ),
    inline('window.open', script(`open('${web}/x');location='${web}/y'`)),
    inline(
      'handlers',
      `<img src="data:,x" onerror="fetch('${web}/x')"><svg onload="fetch('${web}/y')"></svg><details open ontoggle="fetch('${web}/z')">a</details>`,
    ),
    inline('javascript link', `<iframe src="javascript:fetch('${web}/x')"></iframe>`),
    inline(
      'portal, fencedframe',
      `<portal src="${web}/x"></portal><fencedframe src="${web}/y"></fencedframe>`,
    ),
    inline('service worker', script(`navigator.serviceWorker.register('${web}/x')`)),
  ];
  const files: Vector[] = [
    inline('file iframe', `<iframe src="${file}" width="600" height="300"></iframe>`),
    inline('file object', `<object data="${file}" type="text/plain" width="600" height="300"></object>`),
    inline('file embed', `<embed src="${file}" type="text/plain" width="600" height="300">`),
    inline('file link', `<link rel="stylesheet" href="${file}">`),
    inline('file import', `<style>@import url("${file}");</style>`),
    inline('file img', `<img src="${file}" alt="a">`),
    inline('file base', `<base href="${file}"><iframe src="secret.txt"></iframe>`),
    inline('file refresh', `<meta http-equiv="refresh" content="0;url=${file}">`),
    inline('file upper-case', `<iframe src="${file.replace('file:', 'FILE:')}"></iframe>`),
    inline('file encoded', `<iframe src="${file.replace('secret', '%73ecret')}"></iframe>`),
    inline('file view-source', `<iframe src="view-source:${file}"></iframe>`),
    inline('file svg', `<svg><use href="${file}#a"/><image href="${file}"/></svg>`),
    inline('file fetch', script(`fetch('${file}').then(r=>r.text()).then(t=>document.body.append(t))`)),
    inline(
      'file frame in data',
      `<iframe src="${data('text/html', `<iframe src="${file}"></iframe>`)}"></iframe>`,
    ),
  ];
  return [...network, ...files];
};

/** The same, several to a document where they do not disturb each other: as many attacks in a third of the prints. */
export const groupVectors = (vectors: readonly Vector[], size: number): readonly Vector[] => {
  const together = vectors.filter(({ alone }) => alone !== true);
  const groups = Array.from({ length: Math.ceil(together.length / size) }, (_, index) =>
    together.slice(index * size, (index + 1) * size),
  ).map((group) => ({
    name: group.map(({ name }) => name).join(', '),
    html: group.map(({ html }) => html).join('\n'),
  }));
  return [...vectors.filter(({ alone }) => alone === true), ...groups];
};

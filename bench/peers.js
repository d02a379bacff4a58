// Public tools we compare with: installed outside the project and its lock file, without their browser downloads.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Absolute path of a package's script; undefined where the registry cannot be reached. */
const installPeer = (name, version, script) => {
  const folder = join(tmpdir(), `acquis-bench-${name.replaceAll(/[^\w-]/g, '')}@${version}`);
  const path = join(folder, 'node_modules', name, script);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `${name}@${version}`,
  ];
  const { status } = spawnSync('npm', args, {
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0 && existsSync(path) ? path : undefined;
};

const node = (...args) => ({ command: process.execPath, args });

/** What makes PDF files of Markdown files, beside each: `(files) => process`, by the tool's name; those that can be had. */
export const markdownPrinters = ({ path, origin }) => {
  // The carried browser brings libraries and fonts that only Acquis knows how to give it.
  if (origin === 'carried') return {};
  const mdToPdf = installPeer('md-to-pdf', '5.2.5', join('dist', 'cli.js'));
  const marp = installPeer('@marp-team/marp-cli', '4.5.1', 'marp-cli.js');
  const launch = JSON.stringify({ executablePath: path, args: ['--no-sandbox'] });
  return {
    ...(mdToPdf && { 'md-to-pdf': (files) => node(mdToPdf, '--launch-options', launch, ...files) }),
    ...(marp && {
      marp: (files) => ({
        ...node(marp, '--no-stdin', '--pdf', '--browser', 'chrome', '--browser-path', path, ...files),
        env: { CHROME_NO_SANDBOX: '1' },
      }),
    }),
  };
};

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };

/** The text of one of our HTML exports as Markdown, so that a peer prints the same words under the same headings. */
export const markdownOf = (html) =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<(style|script|svg)\b.*?<\/\1>/gs, '')
    .replaceAll(/<h([1-6])\b[^>]*>/g, (_, level) => `\n\n${'#'.repeat(Number(level))} `)
    .replaceAll(/<li\b[^>]*>/g, '\n- ')
    .replaceAll(/<\/(p|h\d|tr|ul|ol|section|div|figure|table)>/g, '\n\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(#?\w+);/g, (entity, name) => ENTITIES[name] ?? entity)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\n\s*\n+/g, '\n\n')
    .trim();

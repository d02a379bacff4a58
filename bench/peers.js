// Public tools we compare with: installed outside the project and its lock file, without their browser downloads.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MD_TO_PDF = 'md-to-pdf@5.2.5';

/** Absolute path of md-to-pdf's script; undefined where the registry cannot be reached. */
export const installMdToPdf = () => {
  const folder = join(tmpdir(), `acquis-bench-${MD_TO_PDF}`);
  const script = join(folder, 'node_modules', 'md-to-pdf', 'dist', 'cli.js');
  if (existsSync(script)) return script;
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', MD_TO_PDF], {
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0 && existsSync(script) ? script : undefined;
};

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };

/** The text of one of our HTML exports as Markdown, so that the peer prints the same words under the same headings. */
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

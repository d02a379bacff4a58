/**
 * The flags puppeteer starts Chromium with, for a browser that nobody looks at. Written down here, because the part of
 * puppeteer that knows them takes longer to load than the rest, and the browser would wait for it. A test compares them.
 */
const STANDARD = [
  'allow-pre-commit-input',
  'disable-background-networking',
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-breakpad',
  'disable-client-side-phishing-detection',
  'disable-component-extensions-with-background-pages',
  'disable-crash-reporter',
  'disable-default-apps',
  'disable-dev-shm-usage',
  'disable-hang-monitor',
  'disable-infobars',
  'disable-ipc-flooding-protection',
  'disable-popup-blocking',
  'disable-prompt-on-repost',
  'disable-renderer-backgrounding',
  'disable-search-engine-choice-screen',
  'disable-sync',
  'enable-automation',
  'export-tagged-pdf',
  'force-color-profile=srgb',
  'generate-pdf-document-outline',
  'metrics-recording-only',
  'no-first-run',
  'password-store=basic',
  'use-mock-keychain',
  'hide-scrollbars',
  'mute-audio',
  'disable-extensions',
];
const DISABLED = [
  'Translate',
  'AcceptCHFrame',
  'MediaRouter',
  'OptimizationHints',
  'WebUIReloadButton',
  'ProcessPerSiteUpToMainFrameThreshold',
  'IsolateSandboxedIframes',
];
const ENABLED = ['PdfOopif'];

/** `isShell`: the program is `headless-shell`, which has no other mode. `disabled`: features besides those. */
export const standardFlags = ({
  isShell,
  disabled,
}: {
  readonly isShell: boolean;
  readonly disabled: readonly string[];
}): string[] => [
  ...STANDARD.map((flag) => `--${flag}`),
  `--disable-features=${[...DISABLED, ...disabled].join(',')}`,
  `--enable-features=${ENABLED.join(',')}`,
  isShell ? '--headless' : '--headless=new',
];

import { launch, type Browser } from 'puppeteer-core';
import { findBrowser } from '../../src/render/find-browser.ts';

/** A browser that runs scripts, which the product's never does; for documents of ours alone, so without sandbox. */
export const launchScripted = async (): Promise<Browser> => {
  const { path, carried } = await findBrowser({ env: process.env });
  return launch({
    executablePath: path,
    headless: carried ? 'shell' : true,
    args: ['--no-sandbox'],
    env: { ...process.env, ...(carried && { LD_LIBRARY_PATH: carried.libraries }) },
  });
};

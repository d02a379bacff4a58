import { cutFindings } from '../app/cut-finding.ts';
import type { PortfolioStore, Workspace } from '../app/ports/world.ts';
import type { Terminal } from '../output/terminal.ts';

/**
 * Whatever is read of a portfolio that lost its end, who reads it hears so, once for each folder in `told`: a command has
 * to do nothing for it.
 */
export const tellingCut = (store: PortfolioStore, told: Set<string>, terminal: Terminal): PortfolioStore => ({
  ...store,
  open: async (folder) => {
    const workspace = await store.open(folder);
    await tell(workspace, told, terminal);
    return workspace;
  },
});

const tell = async (workspace: Workspace, told: Set<string>, terminal: Terminal): Promise<void> => {
  const found = cutFindings(workspace);
  if (found.length === 0 || told.has(workspace.folder)) return;
  told.add(workspace.folder);
  const { sayFinding } = await import('../output/finding-notice.ts');
  for (const one of found) sayFinding(one, terminal);
};

// Forked by the command, never typed: reads folders for it (src/workers/folder-workers.ts).
import module from 'node:module';

module.enableCompileCache?.();
const { readFolders } = await import('../dist/read-folders.js');
readFolders(process.argv[2]);

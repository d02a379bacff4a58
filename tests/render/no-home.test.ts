import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { surroundings } from '../../src/render/browser/browser-path.ts';
import { cacheFolder } from '../../src/render/browser/carried-browser.ts';
import { openPrivateNotes } from '../../src/storage/private-notes.ts';

vi.mock(import('node:os'), async (original) => ({
  ...(await original()),
  // As Node does for a container's user that has a number and no name.
  homedir: () => {
    throw new Error('uv_os_homedir returned ENOENT');
  },
}));

test('where no home is known, only what has to stay in one asks for it', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(12_345);
  expect(surroundings({}).home).toBe('/');
  expect(surroundings({ HOME: '' }).home).toBe('/');
  expect(() => cacheFolder({})).toThrow(expect.objectContaining({ code: 'no-home', kind: 'io' }));
  expect(cacheFolder({ XDG_CACHE_HOME: tmpdir() })).toContain(tmpdir());
  expect(() => openPrivateNotes({}).pathOf('x')).toThrow(expect.objectContaining({ code: 'no-home' }));
});

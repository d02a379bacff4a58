import { exportAll } from '../desk.js';
import { peakMemory } from '../measure.js';

const FORMATS = ['html', 'pdf'];

/** The most that we and our browser hold at once, for many folders and for few. */
export const memory = async ({ desk, say, size }) => {
  if (process.platform !== 'linux') {
    say('memory: measured on Linux only');
    return [];
  }
  const [few, many] = [size(100), size(2000)];
  // Documents of a third of the pages: what is kept of each would show as well, and 2,000 take no more than twenty minutes.
  const peak = (count, format) =>
    peakMemory(exportAll(desk.portfolios(count, { completeness: 20 }), format, desk.fresh('memory')));
  const rows = [];
  for (const format of FORMATS) {
    const peer = { wall: (await peak(few, format)) / 1e6 };
    rows.push({
      name: `memory, ${many} portfolios, ${format.toUpperCase()}, MB`,
      ours: { wall: (await peak(many, format)) / 1e6 },
      peer,
      peerName: `${few} portfolios, MB`,
      target: 1.2,
    });
  }
  return rows;
};

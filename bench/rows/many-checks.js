import { acquis } from '../desk.js';
import { each, takeTurns } from '../measure.js';

const perSecond = ({ wall }) => `${Math.round(1000 / wall)} a second`;

/** A second for how many folders, and whether ten times as many take ten times as long. */
export const manyChecks = ({ desk, size }) => {
  const [few, more, most] = [size(1000), size(3000), size(10_000)];
  // Three parts, so that the larger runs hold the folders of the smaller ones.
  const parts = [few, more - few, most - more].map((count, index) =>
    desk.portfolios(count, { seed: index + 1 }),
  );
  const checkFirst = (count) => () => ({
    ...acquis('batch', 'check', ...parts.slice(0, count)),
    talks: true,
  });
  const times = takeTurns({ few: checkFirst(1), more: checkFirst(2), most: checkFirst(3) }, { rounds: 2 });
  const folder = { few: each(times.few, few), more: each(times.more, more), most: each(times.most, most) };
  const row = (count, ours) => ({
    name: `batch check, ${count} portfolios, a folder (${perSecond(ours)})`,
    ours,
    peer: folder.few,
    peerName: `${few} portfolios (${perSecond(folder.few)})`,
    target: 1.1,
  });
  return [
    row(more, folder.more),
    row(most, folder.most),
    {
      name: `batch check, ${most} portfolios, a folder`,
      ours: folder.most,
      peer: { wall: 2 },
      peerName: '500 a second',
      target: 1,
    },
  ];
};

import { acquis, bareNode, story } from '../desk.js';
import { takeTurns } from '../measure.js';

const ROUNDS = 15;

/** How long the shortest command takes. */
export const version = () => {
  const { ours, peer } = takeTurns(
    { ours: () => acquis('--version'), peer: bareNode },
    { rounds: ROUNDS, warm: true },
  );
  return [{ name: 'acquis --version', ours, peer, peerName: 'node -e 0', target: 1.5 }];
};

/** One portfolio read, judged and told. */
export const check = () => {
  const { ours, peer } = takeTurns(
    {
      ours: () => ({ ...acquis('check', story, '--at', '2026-11-22'), expected: [1] }),
      peer: bareNode,
    },
    { rounds: ROUNDS, warm: true },
  );
  return [{ name: 'acquis check, récit A', ours, peer, peerName: 'node -e 0', target: 3 }];
};

import { expect, test } from 'vitest';
import { source } from '../../src/catalogue/fr/source.ts';

test('a command made of what stands in somebody else’s PDF does nothing but what it says when it is pasted', () => {
  const blocks = ['BC01', '; touch canari', '$(touch canari)', "'`touch canari`", 'a b'];
  const again = { document: 'portfolio', blocks, annexes: 'liste', date: '2026-11-22', proofs: [] };
  const command = source.restored.again('re pris', again).split(' : ')[1] ?? '';
  expect(command).toContain(
    `'re pris' --document portfolio --block BC01 --block '; touch canari' --block '$(touch canari)' --block ''\\''\`touch canari\`' --block 'a b' `,
  );
});

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportReviews, importReviews } from '../../src/app/review/exchange.ts';
import { continueThread, openThread, type Speaker } from '../../src/app/review/say.ts';
import { updateEntity } from '../../src/app/edit-entities.ts';
import { removeEntity } from '../../src/domain/edits.ts';
import { listThreads } from '../../src/domain/review/listed-threads.ts';
import { reviewFileOf } from '../../src/domain/review/file.ts';
import { eventKey } from '../../src/domain/review/reviews.ts';
import { changedLines } from '../support/edit-text.ts';
import { newFolder, readIn, temporaryFolder, testStore } from '../support/portfolio-folder.ts';
import { event } from '../support/review-arbitrary.ts';

const ADVISOR: Speaker = { role: 'conseil', author: 'Claire Fictive' };
const CANDIDATE: Speaker = { role: 'candidature', author: 'Ada Fictive' };
const store = testStore();
let made = 0;
const tools = {
  store,
  ids: { newId: () => String((made += 1)).padStart(10, '0') },
  clock: { today: () => '2026-11-22' },
};

const OWN_TEXT = `activities:
  - id: A1          # la première
    title:   "Ouvrir un local"
    context: >-
      Un quartier
      sans commerce.
  - id: A2
    title: Fermer
`;

/** The candidate's folder, with comments and a manner of its own, and the copy that the advisor received. */
const twoCopies = async () => {
  const candidate = await newFolder();
  writeFileSync(join(candidate, 'portfolio.yaml'), `${readIn(candidate)}\n${OWN_TEXT}\n# fin\n`);
  const advisor = join(temporaryFolder(), 'copie');
  cpSync(candidate, advisor, { recursive: true });
  return { candidate, advisor };
};

const send = async (from: string, to: string) =>
  importReviews(store, to, { name: 'relecture.yaml', received: await exportReviews(store, from) });
const ask = (folder: string, about: string, text = 'À préciser.') =>
  openThread(tools, { folder, about, kind: 'demande', text, speaker: ADVISOR });
const eventsIn = async (folder: string) =>
  (await store.open(folder)).portfolio.reviews.map(eventKey).toSorted();
const threadsIn = async (folder: string) => listThreads(await store.open(folder));

const tell = (folder: string, text: string) =>
  updateEntity(store, {
    folder,
    collection: 'activities',
    id: 'A1',
    assignments: [{ spec: { flag: 'results', field: 'results', kind: 'text' }, values: [text] }],
    today: '2026-11-22',
  });

describe('two copies that both went on', () => {
  test('hold the same conversation after an exchange both ways, each its own text', async () => {
    const { candidate, advisor } = await twoCopies();
    const { thread } = await ask(advisor, 'A1');
    await send(advisor, candidate);
    await tell(candidate, 'Douze emplois.');
    await continueThread(tools, {
      folder: candidate,
      thread: thread.id,
      kind: 'réponse',
      text: 'Fait.',
      speaker: CANDIDATE,
    });
    await ask(advisor, 'A2');
    const before = { candidate: readIn(candidate), advisor: readIn(advisor) };
    expect(await send(candidate, advisor)).toMatchObject({ added: [{ text: 'Fait.' }], conflicts: [] });
    expect(await send(advisor, candidate)).toMatchObject({ added: [{ about: 'A2' }], conflicts: [] });
    expect(await eventsIn(candidate)).toEqual(await eventsIn(advisor));
    expect(changedLines(before.candidate, readIn(candidate)).removed).toEqual([]);
    expect(changedLines(before.advisor, readIn(advisor)).removed).toEqual([]);
    expect(readIn(advisor)).not.toContain('Douze emplois');
    expect(await threadsIn(candidate)).toMatchObject([
      { about: 'A1', state: 'awaits-advisor', standing: 'changed' },
      { about: 'A2', state: 'awaits-candidate', standing: 'same' },
    ]);
    expect(await threadsIn(advisor)).toMatchObject([{ standing: 'same' }, { standing: 'same' }]);
    const once = readIn(candidate);
    expect(await send(advisor, candidate)).toEqual({ added: [], conflicts: [] });
    expect(readIn(candidate)).toBe(once);
  });

  test('keep every other byte: comments, quotes, blanks', async () => {
    const { candidate, advisor } = await twoCopies();
    const before = readIn(candidate);
    await ask(advisor, 'dossier', 'Sur\nplusieurs lignes.');
    await send(advisor, candidate);
    const after = readIn(candidate);
    const start = after.indexOf('reviews:');
    const { added } = changedLines(before, after);
    const length = added.join('\n').length + 1;
    expect(after.slice(0, start) + after.slice(start + length)).toBe(before);
  });

  test('and settled on one side, gone on with on the other: told on import, decided by a later word', async () => {
    const { candidate, advisor } = await twoCopies();
    const { thread } = await ask(advisor, 'A1');
    await send(advisor, candidate);
    const turn = { thread: thread.id, text: 'Un mot.' };
    await continueThread(tools, { ...turn, folder: candidate, kind: 'réponse', speaker: CANDIDATE });
    await continueThread(tools, { ...turn, folder: advisor, kind: 'réglé', speaker: ADVISOR });
    expect(await send(candidate, advisor)).toMatchObject({ conflicts: [{ kind: 'crossed' }] });
    // Told again for as long as nobody decides.
    expect(await send(candidate, advisor)).toMatchObject({ added: [], conflicts: [{ kind: 'crossed' }] });
    await continueThread(tools, { ...turn, folder: advisor, kind: 'réglé', speaker: ADVISOR });
    expect(await send(advisor, candidate)).toMatchObject({ conflicts: [] });
    expect(await threadsIn(candidate)).toMatchObject([{ state: 'settled' }]);
  });

  test('and one message altered on the way: both versions stay, on both sides', async () => {
    const { candidate, advisor } = await twoCopies();
    await ask(advisor, 'A1', 'Donnez un chiffre.');
    await send(advisor, candidate);
    writeFileSync(join(advisor, 'portfolio.yaml'), readIn(advisor).replace('un chiffre', 'trois chiffres'));
    expect(await send(advisor, candidate)).toMatchObject({
      added: [{ text: 'Donnez trois chiffres.' }],
      conflicts: [{ kind: 'altered' }],
    });
    expect(await send(candidate, advisor)).toMatchObject({ conflicts: [{ kind: 'altered' }] });
    expect(await eventsIn(candidate)).toEqual(await eventsIn(advisor));
  });

  test('and what was commented on gone meanwhile: the comment is kept and says so', async () => {
    const { candidate, advisor } = await twoCopies();
    await ask(advisor, 'A2');
    await store.change(candidate, ({ portfolio }) => removeEntity(portfolio, 'activities', 'A2'));
    expect(await send(advisor, candidate)).toMatchObject({
      added: [{ about: 'A2' }],
      conflicts: [{ kind: 'gone' }],
    });
    expect(await threadsIn(candidate)).toMatchObject([{ standing: 'gone', title: '' }]);
  });
});

describe('nothing is written', () => {
  const received = (fields: object) => ({
    ...reviewFileOf({ id: 'essai', certification: 'ESSAI1', reviews: [event({ id: 'R1' })] } as never),
    ...fields,
  });

  test.each([
    ['for another portfolio', received({ portfolio: 'autre' }), 'other-portfolio'],
    [
      'that would make the portfolio too large to open',
      received({
        reviews: Array.from({ length: 60 }, (_, index) =>
          event({ id: `R${index}`, text: 'a'.repeat(20_000) }),
        ),
      }),
      'portfolio-too-large',
    ],
    [
      'with more fields than a portfolio may have',
      received({ reviews: Array.from({ length: 2_600 }, (_, index) => event({ id: `R${index}` })) }),
      'portfolio-too-large',
    ],
  ])('%s', async (_name, file, code) => {
    const folder = await newFolder();
    const before = readIn(folder);
    await expect(importReviews(store, folder, { name: 'r.yaml', received: file })).rejects.toMatchObject({
      code,
    });
    expect(readIn(folder)).toBe(before);
  });

  test('by a word in a thread that does not ask for it', async () => {
    const folder = await newFolder();
    const { thread } = await ask(folder, 'dossier');
    const turn = { folder, thread: 'dossier', speaker: ADVISOR };
    await expect(continueThread(tools, { ...turn, kind: 'rouvert', text: 'Non.' })).rejects.toMatchObject({
      code: 'thread-state',
    });
    await continueThread(tools, { ...turn, thread: thread.id.slice(0, 8).toLowerCase(), kind: 'réglé' });
    await expect(continueThread(tools, { ...turn, kind: 'réglé' })).rejects.toMatchObject({
      code: 'thread-state',
    });
    await expect(continueThread(tools, { ...turn, thread: 'A9', kind: 'réglé' })).rejects.toMatchObject({
      code: 'unknown-id',
    });
    await ask(folder, 'dossier');
    await ask(folder, 'dossier');
    await expect(continueThread(tools, { ...turn, kind: 'réglé' })).rejects.toMatchObject({
      code: 'several-threads',
    });
    await expect(ask(folder, 'A9')).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

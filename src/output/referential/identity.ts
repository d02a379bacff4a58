import { words } from '../../catalogue/index.ts';
import type { Referential } from '../../domain/referential.ts';
import type { Page } from '../page.ts';

/** Who delivers the certification, its codes and its dates. */
export const sayIdentity = (referential: Referential, page: Page): void => {
  const { referential: text } = words;
  page.head(text.heads.identity);
  for (const { name, siret, brand, url } of referential.certifiers)
    page.item(
      `${text.heads.certifier} : ${[name, brand, text.siret(siret), url].filter((part) => part !== undefined).join(', ')}`,
    );
  page.item(`${text.heads.level} : ${referential.level}`);
  const codes = [
    [text.heads.nsf, referential.nsf],
    [text.heads.formacode, referential.formacodes],
    [text.heads.rome, referential.rome],
  ] as const;
  for (const [head, list] of codes)
    for (const { code, label, note } of list) {
      page.item(`${head} ${code} : ${label ?? `◇ ${text.labelUnknown}`}`);
      if (note !== undefined) page.ours(note, 2);
    }
  sayRegistration(referential.registration, page);
};

const sayRegistration = (
  { decision, years, end, successor, replaces }: Referential['registration'],
  page: Page,
): void => {
  const { referential: text } = words;
  page.head(text.heads.registration);
  if (decision !== undefined) page.item(text.decided(decision));
  if (years !== undefined) page.item(text.years(years));
  page.item(text.ends(end));
  if (successor !== undefined)
    page.item(text.successor(successor.code, successor.title, successor.since, successor.end));
  for (const { code, label } of replaces) page.item(text.replaces(code, label));
};

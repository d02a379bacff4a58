import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { certificationStatus } from '../../../src/domain/referential/registration.ts';
import { listText } from '../../../src/output/referential/list.ts';
import { referentialText } from '../../../src/output/referential/text.ts';
import type { Terminal } from '../../../src/output/terminal.ts';
import { readYaml } from '../../referential/provers.ts';
import { smallReferential } from '../../support/build-portfolio.ts';

const plain = new Chalk({ level: 0 });
const terminal: Terminal = {
  data: () => undefined,
  say: () => undefined,
  draw: () => undefined,
  redraws: false,
  isGone: false,
  width: 80,
  sentenceWidth: 80,
  dataWidth: 80,
  interactive: false,
  accessible: false,
  style: { data: plain, people: plain },
};
const page = (referential = smallReferential(), today = '2026-11-22'): string =>
  referentialText(referential, certificationStatus(referential, today), terminal);

describe('referentialText', () => {
  it('shows what a fiche may carry and none of the shipped ones does', () => {
    const text = page({
      ...smallReferential(),
      registration: {
        end: '2030-01-31',
        successor: { code: 'ESSAI2', title: 'La suite (fictive)', since: '2026-01-01', end: '2031-12-31' },
        replaces: [{ code: 'ESSAI0', label: 'L’ancienne (fictive)' }],
      },
    });
    expect(text).toMatch(/^! ESSAI1 est remplacée par ESSAI2/u);
    expect(text).toContain('La suite (fictive), depuis le 1er janvier 2026');
    expect(text).toContain('Remplace ESSAI0, L’ancienne (fictive)');
  });

  it('leaves out the headings of what a fiche does not say', () => {
    const text = page();
    for (const heading of ['Statistiques', 'Emplois accessibles', 'Prérequis', 'Voies d’accès'])
      expect(text).not.toContain(heading);
  });

  it('warns when less than 18 months are left', () => {
    expect(page(smallReferential('2027-06-01'))).toMatch(
      /^! Enregistrement de ESSAI1\u00a0: échéance proche/u,
    );
    expect(page()).toMatch(/^Certification d’essai/u);
  });

  it('prints hostile text literally', () => {
    const hostile = { ...smallReferential(), title: 'A\u001b]0;pris\u0007\u202eB' };
    const text = page(hostile);
    expect(text).toContain('\\u{1b}]0;pris\\u{7}\\u{202e}B');
    for (const raw of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(raw);
  });
});

describe('listText', () => {
  it('says « fonctions » and « activités » where the source does', () => {
    const referential = readYaml('RNCP35080');
    const text = listText(
      {
        date: '2024-01-01',
        certifications: [{ referential, status: certificationStatus(referential, '2024-01-01') }],
        essPortfolio: readYaml('ess-portfolio'),
        accompaniment: readYaml('accompaniment'),
      },
      terminal,
    );
    expect(text).toContain('4 fonctions, 15 activités');
    expect(text).toContain('enregistrée jusqu’au 18 novembre 2025');
    expect(text).toContain('(10 profils, 7 compétences\n');
  });
});

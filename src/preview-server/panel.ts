import type { Defect } from '../app/errors.ts';
import type { PreviewView } from '../app/ports-preview.ts';
import { documentTitle } from '../catalogue/fr/document-title.ts';
import { words } from '../catalogue/index.ts';
import { SEVERITIES, type Finding } from '../domain/findings.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? '');

const said = ({ message, hint }: { readonly message: string; readonly hint: string }): string =>
  `<p>${escapeHtml(message)}</p><p class="hint">${escapeHtml(hint)}</p>`;

const defectItem = (defect: Defect): string => {
  const { file, line, path, code, found = '', args = {} } = defect;
  const place = [line === undefined ? file : `${file}:${line}`, path === '' ? '' : words.fieldName(defect)];
  const shown = place.filter((part) => part !== '').join(' · ');
  return `<li><p class="place">${escapeHtml(shown)}</p><p>${escapeHtml(words.defects[code]({ found, args }))}</p></li>`;
};

const failurePart = ({ failure, pages }: PreviewView): string => {
  if (failure === undefined) return '';
  const defects = failure.details.map(defectItem).join('');
  const kept = pages.length > 0 ? `<p>${escapeHtml(words.preview.keptPage)}</p>` : '';
  return `<section class="failure"><h2>${escapeHtml(words.preview.broken)}</h2>${said(words.errors[failure.code](failure.args))}${
    defects === '' ? '' : `<ul>${defects}</ul>`
  }${kept}</section>`;
};

const findingsPart = (findings: readonly Finding[]): string =>
  SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return '';
    const items = found.map(({ code, args }) => `<li>${said(words.findings[code](args))}</li>`).join('');
    return `<section class="${severity}"><h2>${escapeHtml(words.preview.severities[severity](found.length))}</h2><ul>${items}</ul></section>`;
  }).join('');

const pagesPart = ({ pages }: PreviewView, chosen: string): string => {
  if (pages.length < 2) return '';
  const links = pages.map((page) => {
    const { name } = page;
    const current = name === chosen ? ' aria-current="page"' : '';
    return `<li><a href="?page=${encodeURIComponent(name)}"${current}>${escapeHtml(documentTitle(page))}</a></li>`;
  });
  return `<nav aria-label="${escapeHtml(words.preview.documents)}"><ul>${links.join('')}</ul></nav>`;
};

/** What stands beside the document: for the person who writes, never in the document itself. */
export const panelHtml = (view: PreviewView, chosen: string): string => {
  const { report } = view;
  const standing = report
    ? `<p class="standing">${escapeHtml(words.check.standing(report.coverage.summary))}</p>`
    : '';
  const findings = report?.findings ?? [];
  const none = report && findings.length === 0 ? `<p>${escapeHtml(words.preview.nothing)}</p>` : '';
  // First, since a telephone shows little more than the beginning.
  return `${failurePart(view)}${pagesPart(view, chosen)}${standing}${none}${findingsPart(findings)}`;
};

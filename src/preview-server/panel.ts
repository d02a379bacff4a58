import type { Defect } from '../app/defects.ts';
import type { PreviewView } from '../app/ports/preview.ts';
import { documentTitle } from '../catalogue/fr/document-title.ts';
import { words } from '../catalogue/index.ts';
import { escapeMarkup } from '../domain/text/escape-markup.ts';
import { SEVERITIES, type Finding } from '../domain/findings.ts';

const said = ({ message, hint }: { readonly message: string; readonly hint: string }): string =>
  `<p>${escapeMarkup(message)}</p><p class="hint">${escapeMarkup(hint)}</p>`;

const defectItem = (defect: Defect): string => {
  const { file, line, path, code, found = '', args = {} } = defect;
  const place = [line === undefined ? file : `${file}:${line}`, path === '' ? '' : words.fieldName(defect)];
  const shown = place.filter((part) => part !== '').join(' · ');
  return `<li><p class="place">${escapeMarkup(shown)}</p><p>${escapeMarkup(words.defects[code]({ found, args }))}</p></li>`;
};

const failurePart = ({ failure, pages }: PreviewView): string => {
  if (failure === undefined) return '';
  const defects = failure.details.map(defectItem).join('');
  const kept = pages.length > 0 ? `<p>${escapeMarkup(words.preview.keptPage)}</p>` : '';
  return `<section class="failure"><h2>${escapeMarkup(words.preview.broken)}</h2>${said(words.preview.failure(failure))}${
    defects === '' ? '' : `<ul>${defects}</ul>`
  }${kept}</section>`;
};

const findingsPart = (findings: readonly Finding[]): string =>
  SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return '';
    const items = found.map(({ code, args }) => `<li>${said(words.findings[code](args))}</li>`).join('');
    return `<section class="${severity}"><h2>${escapeMarkup(words.preview.severities[severity](found.length))}</h2><ul>${items}</ul></section>`;
  }).join('');

const pagesPart = ({ pages }: PreviewView, chosen: string): string => {
  if (pages.length < 2) return '';
  const links = pages.map((page) => {
    const { name } = page;
    const current = name === chosen ? ' aria-current="page"' : '';
    return `<li><a href="?page=${encodeURIComponent(name)}"${current}>${escapeMarkup(documentTitle(page))}</a></li>`;
  });
  return `<nav aria-label="${escapeMarkup(words.preview.documents)}"><ul>${links.join('')}</ul></nav>`;
};

/** What stands beside the document: for the person who writes, never in the document itself. */
export const panelHtml = (view: PreviewView, chosen: string): string => {
  const { report } = view;
  const standing = report
    ? `<p class="standing">${escapeMarkup(words.check.standing(report.coverage.summary))}</p>`
    : '';
  const findings = report?.findings ?? [];
  const none = report && findings.length === 0 ? `<p>${escapeMarkup(words.preview.nothing)}</p>` : '';
  // First, since a telephone shows little more than the beginning.
  return `${failurePart(view)}${pagesPart(view, chosen)}${standing}${none}${findingsPart(findings)}`;
};

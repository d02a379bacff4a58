import type { AnnexPorts } from '../../src/app/export/bind-annexes.ts';
import type { AnnexContent, AnnexReader } from '../../src/app/ports/annexes.ts';

export interface PlainPage {
  readonly width: number;
  readonly height: number;
  /** Written on it in a font that is not embedded; without it, a frame is drawn and nothing written. */
  readonly text?: string;
}

/** A small plain PDF as proofs are made ready to be printed. */
export const plainAnnex = (pages: readonly PlainPage[]): AnnexContent => {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R>>',
    `<</Type /Pages\n/Count ${pages.length}\n/Kids [${kids}]>>`,
    '<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>',
    ...pages.flatMap(({ width, height, text }, index) => {
      const content =
        text === undefined
          ? `0.8 g 10 10 ${width - 20} ${height - 20} re f`
          : `BT /F1 24 Tf 40 ${height - 60} Td (${text}) Tj ET`;
      const resources = text === undefined ? '<<>>' : '<</Font <</F1 3 0 R>>>>';
      return [
        `<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 ${width} ${height}]\n/Resources ${resources}\n/Contents ${5 + index * 2} 0 R>>`,
        `<</Length ${content.length}>> stream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const entries = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `trailer\n<</Size ${size}\n/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  const bytes = Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}${end}`,
    'latin1',
  );
  return { kind: 'pages', pages: pages.map(({ width, height }) => ({ width, height })), bytes };
};

/** Reads no disk: what is to be shown of a file follows from its path. */
export const fakeReader = (contentOf: (path: string) => AnnexContent): AnnexReader => ({
  read: async (_folder, { path }) => contentOf(path),
});

/** For runs that join none. */
export const noAnnexes: Pick<AnnexPorts, 'annexReader' | 'annexBinder'> = {
  annexReader: () => Promise.reject(new Error('nobody asked for annexes')),
  annexBinder: () => Promise.reject(new Error('nobody asked for annexes')),
};

import type { Params } from './cdp.ts';

/** The options of `webContents.printToPDF` that the app may use; sizes in inches. */
export interface PdfOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageSize?: string | { readonly width: number; readonly height: number };
  readonly margins?: Partial<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly pageRanges?: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
}

const sizes: Readonly<Record<string, { width: number; height: number }>> = {
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
  Letter: { width: 8.5, height: 11 },
};

/** Electron's options as Chromium's `Page.printToPDF` names them. @throws Error for a size without an answer. */
export function pdfParams({ pageSize = 'Letter', margins = {}, ...same }: PdfOptions): Params {
  const size = typeof pageSize === 'string' ? sizes[pageSize] : pageSize;
  if (!size) throw new Error(`the stand-in does not answer printToPDF with pageSize ${String(pageSize)}`);
  const edges = Object.entries(margins).map(([edge, inches]) => [
    `margin${edge[0]?.toUpperCase()}${edge.slice(1)}`,
    inches,
  ]);
  return {
    ...same,
    paperWidth: size.width,
    paperHeight: size.height,
    ...(Object.fromEntries(edges) as Params),
  };
}

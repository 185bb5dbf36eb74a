import { extractImages, getDocumentProxy, renderPageAsImage } from 'unpdf';

/** A text on a page of a PDF, and where it stands, points from the lower left. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of its letters, points. */
  readonly size: number;
  readonly width: number;
}

export interface PdfPage {
  /** Width and height, points. */
  readonly size: readonly [number, number];
  readonly texts: readonly Placed[];
  /** All of them, in their order. */
  readonly text: string;
  readonly pictures: number;
}

interface Item {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
}

/** What stands on the pages of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  // The reader takes the bytes for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = (await page.getTextContent()) as { items: readonly Item[] };
      const texts = items.flatMap(({ str = '', transform = [], width = 0 }): Placed[] => {
        const [, , , size = 0, x = 0, y = 0] = transform;
        return str.trim() === '' ? [] : [{ text: str, x, y, size: Math.abs(size), width }];
      });
      const pictures = (await extractImages(pdf, number)).length;
      const text = items
        .map(({ str = '' }) => str)
        .join(' ')
        .replaceAll(/\s+/g, ' ');
      return { size: [right - left, top - bottom] as const, texts, text, pictures };
    }),
  );
}

/** A page of a PDF as PNG, drawn by another engine than the one that made it. `width`: px. */
export async function drawPdfPage(bytes: Uint8Array, page: number, width: number): Promise<Buffer> {
  const canvasImport = () => import('@napi-rs/canvas');
  return Buffer.from(await renderPageAsImage(new Uint8Array(bytes), page, { canvasImport, width }));
}

import type { Line } from '../../document/line.ts'
import { Unreadable } from '../unreadable.ts'
import { openPdf, pdfOperators } from './open-pdf.ts'
import { readPageItems } from './page-items.ts'
import { linesOfPage } from './page-lines.ts'
import { readRulings, type Rulings } from './rulings.ts'
import { columnsInOrder } from './columns.ts'

export type PdfLimits = { maxPages: number }
const NONE: Rulings = { dots: [], horizontal: [], vertical: [] }

/** Reads a PDF to printed lines in reading order. Says which page it is at; a page that cannot be decoded is left out. */
export async function readPdfLines(
  bytes: Uint8Array,
  limits: PdfLimits,
  progress: (page: number, pages: number) => void,
): Promise<{ lines: Line[]; pages: number; title: string | null }> {
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > limits.maxPages)
      throw Unreadable('tooManyPages', `the PDF has ${pdf.numPages} pages; at most ${limits.maxPages} are read`)
    const ops = await pdfOperators()
    const lines: Line[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      progress(number, pdf.numPages)
      lines.push(...(await linesAt(pdf, number, ops)))
    }
    if (!lines.length) throw Unreadable('noText', 'the PDF holds no text, only pictures of pages; run text recognition over it first')
    lines.forEach((line, i) => (line.number = i + 1))
    return { lines, pages: pdf.numPages, title: await titleOf(pdf) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function linesAt(pdf: Awaited<ReturnType<typeof openPdf>>, number: number, ops: Record<string, number>): Promise<Line[]> {
  try {
    const page = await pdf.getPage(number)
    const rulings = await readRulings(page, ops).catch(() => NONE)
    const items = await readPageItems(page)
    page.cleanup()
    return columnsInOrder(items, rulings).flatMap((part) => linesOfPage(part, rulings, number))
  } catch {
    return []
  }
}

async function titleOf(pdf: Awaited<ReturnType<typeof openPdf>>): Promise<string | null> {
  try {
    const { info } = await pdf.getMetadata()
    const title: unknown = 'Title' in info ? info.Title : null
    return typeof title === 'string' && title.trim() ? title.trim() : null
  } catch {
    return null
  }
}

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { Unreadable } from '../unreadable.ts'
import { guardStreams } from './stream-guard.ts'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** Opens a PDF; a password, a broken file or a wrong type becomes a sentence for the person who sent it. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  guardStreams(bytes)
  try {
    // Pictures hold no text: none larger than a few letters is decoded.
    return await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: false, maxImageSize: 256, verbosity: 0 })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw Unreadable('password', 'the PDF is protected by a password; save it without one and try again')
    throw Unreadable('broken', 'the PDF is damaged and cannot be opened')
  }
}

export async function pdfOperators(): Promise<Record<string, number>> {
  const { OPS } = await getResolvedPDFJS()
  return OPS
}

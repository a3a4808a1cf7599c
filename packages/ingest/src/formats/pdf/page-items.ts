import type { PdfPage } from './open-pdf.ts'

/** A run of letters as the PDF places it, in points from the page's lower left corner. */
export type PageItem = { text: string; x: number; y: number; width: number; size: number; bold: boolean; symbol: boolean }

const BOLD = /bold|black|heavy|semibold|demi/i
const SYMBOL = /wingdings|symbol|dingbat|webdings/i

export type FontNames = Map<string, string>

/** Names of the fonts used on a page; they are known only after its drawing operators were read. */
export function fontNamesOf(page: PdfPage, keys: string[]): FontNames {
  const names: FontNames = new Map()
  for (const key of keys) {
    try {
      const font: unknown = page.commonObjs.has(key) ? page.commonObjs.get(key) : null
      if (font && typeof font === 'object' && 'name' in font && typeof font.name === 'string') names.set(key, font.name)
    } catch {
      // a broken font has no name: its text is kept, its weight is unknown
    }
  }
  return names
}

export async function readPageItems(page: PdfPage): Promise<PageItem[]> {
  const content = await page.getTextContent()
  const names = fontNamesOf(page, Object.keys(content.styles))
  const items: PageItem[] = []
  for (const item of content.items) {
    if (!('str' in item) || !item.str.trim()) continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    // Text that runs up the page (watermarks, spine titles) is not part of any line.
    if (Math.abs(b) > Math.abs(a) && Math.abs(c) > Math.abs(d)) continue
    const name = names.get(item.fontName) ?? ''
    const size = Math.hypot(c, d) || item.height
    items.push({
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.round(size * 10) / 10,
      bold: BOLD.test(name),
      symbol: SYMBOL.test(name),
    })
  }
  return items
}

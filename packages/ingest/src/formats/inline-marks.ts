/** Takes the marks of Markdown and of stray HTML out of a line; `bold` when the whole of it was set bold. */
export function withoutMarks(raw: string): { text: string; bold: boolean } {
  let text = raw
    .replace(/<\/?(?:p|ul|ol|i|em|span|u|sup|sub|br|div|a)\b[^>]*>/gi, ' ')
    .replace(/<li\b[^>]*>/gi, ' • ')
    .replace(/<\/li>/gi, ' ')
  text = text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)/g, '$1')
    .replace(/\[\^\d+\]/g, '')
  const inner = text.trim().replace(/^(?:[-*•]|\d+[.)])\s+/, '')
  const bold = /^(?:\*\*|__)(?:(?!\*\*).)+(?:\*\*|__):?$/.test(inner) || /^<(?:b|strong)>(?:(?!<\/).)*<\/(?:b|strong)>:?$/i.test(inner)
  text = text
    .replace(/<\/?(?:b|strong)\b[^>]*>/gi, '')
    .replace(/\*\*|__/g, '')
    .replace(/(^|[\s(“‘"'])[*_]([^*_\s][^*_]*?)[*_](?=$|[\s.,;:)”’"'?!])/g, '$1$2')
  text = text
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&#39;|&rsquo;/g, '’')
    .replace(/\\([#*_.()[\]-])/g, '$1')
  // "* • text": a list's mark around the document's own bullet.
  text = text.replace(/^\s*[-*]\s+(?=[-•◼■▪●o\uf000-\uf0ff]\s|\(?[0-9a-z]{1,4}[.)]\s|\d+\.\d)/u, '')
  return { text: text.replace(/\s+/g, ' ').trim(), bold }
}

/** "<meta charset=...>", "<meta http-equiv=... content='...; charset=...'>", "<?xml ... encoding=...?>" near the beginning. */
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,30})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]{2,30})/i

/**
 * Bytes to text: UTF-16 where a mark at the start says so, else as the page declares, else UTF-8, else Windows-1252, in which many older
 * pages were saved. A declared charset is believed even where single bytes do not fit it; they become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const declared = decoderFor(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1'))
  if (declared) return declared.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function decoderFor(head: string): TextDecoder | null {
  const match = DECLARED.exec(head)
  const label = match?.[1] ?? match?.[2]
  // What could be read as single bytes is not UTF-16, whatever it says.
  if (!label || /^utf-?16|^ucs/i.test(label)) return null
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

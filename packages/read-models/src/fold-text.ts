/** For searching: lower case, without accents, in one line. Both what is stored and what is asked go through it. */
export function foldText(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text)

/** For searching: lower case, without accents, in one line. Both what is stored and what is asked go through it. */
export const foldText = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()

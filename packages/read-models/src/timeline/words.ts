export const wordsOf = (type: string, _data: unknown): string => type

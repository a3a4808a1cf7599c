/** Whatever an error quotes: the user and password of an address are hidden. */
export const withoutPasswords = (text: string): string => text.replaceAll(/(\w:\/\/)[^\s/"']+@/g, '$1[hidden]@')

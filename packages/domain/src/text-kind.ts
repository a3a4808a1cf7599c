/** QUOTED: the wording as published. SUMMARY: what it says, in words of our own, which nobody may quote as published. */
export const textKinds = ['QUOTED', 'SUMMARY'] as const
export type TextKind = (typeof textKinds)[number]

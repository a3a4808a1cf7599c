/** A committee that looks at the executive's work has its name in its own. */
const overseeing: ReadonlySet<string> = new Set(['scrutiny', 'overview', 'osc', 'oversight', 'select', 'review', 'audit', 'panel'])

/** Whether a slug or a name is that of the executive itself: "cabinet", "The Executive Board", but no "Cabinet Scrutiny Committee". */
export const namesExecutive = (name: string): boolean => {
  const words = name.toLowerCase().split(/[^a-z]+/)
  return words.some((word) => word === 'cabinet' || word === 'executive') && !words.some((word) => overseeing.has(word))
}

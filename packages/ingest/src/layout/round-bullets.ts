import { textOfLine, type Line } from '../document/line.ts'

const LETTER_O = /^o\s+(?=[\p{L}“‘"(\d])/u

/** Word sets the bullet of its second level as the letter "o". Where two lines or more begin with it alone, it is a bullet. */
export function withRoundBullets(lines: Line[]): Line[] {
  const alone = (l: Line) => LETTER_O.test(textOfLine(l)) || textOfLine(l) === 'o'
  if (lines.filter(alone).length < 2) return lines
  return lines.map((line) => {
    const first = line.segments[0]
    if (!first || !alone(line)) return line
    return { ...line, segments: [{ ...first, text: first.text.replace(/^o(?=\s|$)/, '○') }, ...line.segments.slice(1)] }
  })
}

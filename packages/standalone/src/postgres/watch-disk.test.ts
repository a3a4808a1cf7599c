import { expect, it } from 'vitest'
import { levelOf } from './watch-disk.ts'

const MB = 1024 * 1024

it.each([
  [300, 'ENOUGH', 'ENOUGH'],
  [255, 'ENOUGH', 'LOW'],
  [31, 'ENOUGH', 'FULL'],
  [300, 'LOW', 'LOW'],
  [321, 'LOW', 'ENOUGH'],
  [39, 'FULL', 'FULL'],
  [41, 'FULL', 'LOW'],
  [0, 'LOW', 'FULL'],
] as const)('given %s MB free after %s, then the level is %s', (free, previous, level) => expect(levelOf(free * MB, previous)).toBe(level))

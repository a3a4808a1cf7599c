type Terminal = { write(text: string): unknown; readonly columns?: number }

const width = 30

/** A bar that is drawn over itself, at most every tenth of a second; on what is no terminal, nothing. */
export function progressBar(terminal: Terminal | undefined, total: number): { show(done: number): void; clear(): void } {
  let drawn = Number.NEGATIVE_INFINITY
  return {
    show(done) {
      if (!terminal || performance.now() - drawn < 100) return
      drawn = performance.now()
      const share = total === 0 ? 1 : done / total
      const full = Math.round(share * width)
      terminal.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)} %`)
    },
    clear() {
      if (terminal && drawn > 0) terminal.write(`\r${' '.repeat(width + 6)}\r`)
    },
  }
}

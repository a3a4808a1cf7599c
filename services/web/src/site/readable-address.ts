/** Whether each % of an address stands for UTF-8, and none for NUL: else it would be read as something that nobody asked for. */
export function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\u0000')
  } catch {
    return false
  }
}

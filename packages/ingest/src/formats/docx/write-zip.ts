import { crc32 } from 'node:zlib'

/** A zip of stored entries, for a reader that takes archives only. */
export function writeZip(entries: { name: string; bytes: Buffer }[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const label = Buffer.from(name, 'utf8')
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(bytes), 0)
    sizes.writeUInt32LE(bytes.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(label.length, 0)
    const head = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0])
    bodies.push(head, sizes, lengths, label, bytes)
    const central = Buffer.alloc(46)
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]).copy(central)
    sizes.copy(central, 16)
    central.writeUInt16LE(label.length, 28)
    central.writeUInt32LE(offset, 42)
    directory.push(central, label)
    offset += head.length + sizes.length + lengths.length + label.length + bytes.length
  }
  const size = directory.reduce((sum, b) => sum + b.length, 0)
  const end = Buffer.alloc(22)
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

/** The key of an entry; REMOVED where it was destroyed with the entry's texts; MISSING where there should be one. */
export type FoundKey = Buffer | 'REMOVED' | 'MISSING'

/** The keys of the texts of entries, one for each event id, 32 bytes. They are kept apart from the log and backed up apart from it. */
export type EntryKeys = {
  /**
   * The keys of entries that are about to be recorded, in the order asked. Those that are new are on disk when it resolves. The same entry
   * always gets the same key; what was removed never gets one that lasts.
   */
  make(entries: readonly string[]): Promise<readonly Buffer[]>
  /** In the order asked. */
  find(entries: readonly string[]): Promise<readonly FoundKey[]>
}

/** Every table of the versioned schema, by name. */
export type Tables = Record<never, never>

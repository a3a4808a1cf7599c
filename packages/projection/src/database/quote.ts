/** An SQL identifier; names come from this package only. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const qualified = (schema: string, table: string): string => `${quote(schema)}.${quote(table)}`

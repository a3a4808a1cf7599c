/** Why the log cannot be projected, in words that name the event or stream. */
export type Unprojectable = { readonly ok: false; readonly reason: string }

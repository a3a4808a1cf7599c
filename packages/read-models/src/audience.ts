/**
 * Who reads. `PUBLIC`: only items of published reports, nothing that is withheld (children follow their parents).
 * `ALL`: everything; the caller has checked the role.
 */
export type Audience = 'PUBLIC' | 'ALL'

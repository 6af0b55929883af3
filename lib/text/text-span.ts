/** UTF-16 offsets in a text, `to` being just after the last unit. */
export type TextSpan = { from: number; to: number }

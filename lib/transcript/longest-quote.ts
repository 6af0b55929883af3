/** Characters of what a note quotes; a longer quote is only its beginning. */
export const LONGEST_QUOTE = 2_000

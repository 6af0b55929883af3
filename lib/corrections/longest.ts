/** Characters of what is corrected and of what takes its place. */
export const LONGEST_CORRECTION = 2_000

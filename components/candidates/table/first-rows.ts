/** So many rows of a list come first: more than most windows have room for. */
export const FIRST_ROWS = 22

/** So many are laid out at once when they come near the window. */
export const A_STRETCH = 30
/** So many come with the page, more than two tall windows have room for; the browser draws the others. */
export const FIRST_SEGMENTS = 2 * A_STRETCH

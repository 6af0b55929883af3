/** With which a browser asks for a page that nobody has gone to yet; Next sends its own only where it wants a part of one. */
export const AHEAD_HEADER = 'x-debrief-ahead'

/** Says that a request is a HEAD. */
export const HEAD_HEADER = 'x-debrief-head'

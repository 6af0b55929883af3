/** In every request of a page: the id of the member whom it was drawn for. */
export const MEMBER_HEADER = 'x-debrief-member'

/** What is said to whom nothing has been given to see, and what to do about it. */
export const GIVEN_NOTHING = {
  title: 'Nothing here is shared with you yet',
  wayOut: 'Ask an admin to give you a team or a flow.',
}

/** With \n at each line's end, as HTML reads every text: an offset then means the same on the server and in the page. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

/** As a line of Markdown is read: without its bullet, its heading's signs, and what makes words bold. */
export function withoutMarkup(line: string): string {
  return line.replace(/^(?:\s|#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s)*/, '').replaceAll(/\*+|__|`/g, '')
}

/** Text as a search compares it: case, accents and the two apostrophes make no difference. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ＇]/gu, "'")
    .toLowerCase()
    .replace(/\s+/gu, ' ')
}

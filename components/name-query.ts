/** As much as a search takes. */
const LONGEST = 200

/** The search for what is typed, every word of it in names and emails alone. */
export function nameQuery(typed: string): string {
  const words = typed.replaceAll('"', ' ').split(/\s+/).filter(Boolean)
  return words
    .map((word) => `name:${word}`)
    .join(' ')
    .slice(0, LONGEST)
}

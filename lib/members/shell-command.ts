/** Where the server runs, as somebody with a shell gets at it. */
export type ServerPlace = 'shell' | 'container'

/** What a POSIX shell takes for one word as it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/

/** `npm run member` as it is typed there; `dataDir` is where the embedded database is if that is not the usual folder. */
export function memberCommand(place: ServerPlace, dataDir: string | null, words: string[]): string {
  const typed = words.map((word) => quoted(word)).join(' ')
  if (place === 'container') return `docker compose exec app node member.mjs ${typed}`
  return `${dataDir ? `DATA_DIR=${quoted(dataDir)} ` : ''}npm run member -- ${typed}`
}

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

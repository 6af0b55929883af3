import { memberLabel, type Author } from '../members/member'

/** Where a mention may begin: an @ that is not inside an address. */
const BEGIN = /(?<![\p{L}\p{N}.+_-])@/gu
const ADDRESS = /^[\p{L}\p{N}][\p{L}\p{N}.+_-]*(?:@[\p{L}\p{N}.-]+)?/u
/** What would make a name the beginning of another one, or of an address. */
const GOES_ON = /^(?:[\p{L}\p{M}\p{N}@_]|[.'’+-][\p{L}\p{N}])/u

/** An email has at most 254 characters. */
const LONGEST_MENTION = 300

/** Who is named: by name, by email, or by what stands before its @, where that names one alone. */
export function mentionedIn(body: string, members: Author[]): Author[] {
  const names = indexBy(members, ({ name }) => [name?.toLowerCase()])
  const addresses = indexBy(members, ({ email }) => [email, email.split('@')[0]])
  // A name is not taken for one that it begins with.
  const lengths = [...new Set([...names.keys()].map((name) => name.length))].toSorted((a, b) => b - a)
  const found = Array.from(body.matchAll(BEGIN), ({ index }) => {
    const rest = body
      .slice(index + 1, index + 1 + LONGEST_MENTION)
      .normalize()
      .toLowerCase()
    const length = lengths.find((end) => names.has(rest.slice(0, end)) && !GOES_ON.test(rest.slice(end)))
    if (length !== undefined) return names.get(rest.slice(0, length)) ?? []
    return addresses.get(ADDRESS.exec(rest)?.[0].replace(/[.-]+$/, '') ?? '') ?? []
  })
  return [...new Set(found.flatMap((matching) => (matching.length === 1 ? matching : [])))]
}

/** The shortest way to name this member and nobody else. */
export function mentionOf(member: Author, members: Author[]): string {
  const label = memberLabel(member)
  const [named, ...others] = mentionedIn(`@${label}`, members)
  return named?.id === member.id && others.length === 0 ? label : member.email
}

/** The same words with others in place of each way to name this member, and of their address wherever it stands. */
export function withoutMentionOf(body: string, { name, email }: Author, instead: string): string {
  const names = [name, email.split('@')[0]].flatMap((text) => (text ? [`@${escaped(text)}`] : []))
  const ways = [`@?${escaped(email)}`, ...names].join('|')
  const rest = GOES_ON.source.slice(1)
  return body.normalize().replaceAll(new RegExp(`(?<![\\p{L}\\p{N}.+_-])(?:${ways})(?!${rest})`, 'giu'), `@${instead}`)
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

function indexBy(members: Author[], keysOf: (member: Author) => (string | undefined)[]): Map<string, Author[]> {
  const index = new Map<string, Author[]>()
  for (const member of members) {
    for (const key of keysOf(member)) if (key) index.set(key, [...(index.get(key) ?? []), member])
  }
  return index
}

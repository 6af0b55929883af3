import { memberLabel, type Author } from '../members/member'
import { once } from '../once'

/** Where a mention may begin: an @ that is not inside an address. */
export const mentionBegins = once(() => /(?<![\p{L}\p{N}.+_-])@/gu)
const addressPattern = once(() => /^[\p{L}\p{N}][\p{L}\p{N}.+_-]*(?:@[\p{L}\p{N}.-]+)?/u)
/** What would make a name the beginning of another one, or of an address. */
export const nameGoesOn = once(() => /^(?:[\p{L}\p{M}\p{N}@_]|[.'’+-][\p{L}\p{N}])/u)

/** An email has at most 254 characters. */
const LONGEST_MENTION = 300

/** Members by what an @ may be followed by. */
type Index = { names: Map<string, Author[]>; lengths: number[]; addresses: Map<string, Author[]> }

/** Who is named: by name, by email, or by what stands before its @, where that names one alone. */
export function mentionedIn(body: string, members: Author[]): Author[] {
  const index = indexOf(members)
  const found = Array.from(
    body.matchAll(mentionBegins()),
    ({ index: at }) => meantBy(followingAt(body, at), index).members,
  )
  return [...new Set(found.flatMap((matching) => (matching.length === 1 ? matching : [])))]
}

/** Where a text names one member alone: stretches in UTF-16 units, with their @. The text has to be normalized (NFC). */
export function mentionsIn(text: string, members: Author[]): { at: number; length: number }[] {
  if (!text.includes('@')) return []
  const index = indexOf(members)
  return Array.from(text.matchAll(mentionBegins()), ({ index: at }) => {
    const meant = meantBy(followingAt(text, at), index)
    return { at, length: meant.members.length === 1 ? meant.length + 1 : 0 }
  }).filter(({ length }) => length > 0)
}

function indexOf(members: Author[]): Index {
  const names = indexBy(members, ({ name }) => [name?.toLowerCase()])
  const addresses = indexBy(members, ({ email }) => [email, localPart(email)])
  // A name is not taken for one that it begins with.
  const lengths = [...new Set([...names.keys()].map((name) => name.length))].toSorted((a, b) => b - a)
  return { names, lengths, addresses }
}

/** What stands after the @ at this place, as names and addresses are looked up. */
function followingAt(body: string, at: number): string {
  return body
    .slice(at + 1, at + 1 + LONGEST_MENTION)
    .normalize()
    .toLowerCase()
}

/** Whom it may mean, and how much of it says so. */
function meantBy(rest: string, { names, lengths, addresses }: Index): { members: Author[]; length: number } {
  const length = lengths.find((end) => names.has(rest.slice(0, end)) && !nameGoesOn().test(rest.slice(end)))
  if (length !== undefined) return { members: names.get(rest.slice(0, length)) ?? [], length }
  const address =
    addressPattern()
      .exec(rest)?.[0]
      .replace(/[.-]+$/, '') ?? ''
  return { members: addresses.get(address) ?? [], length: address.length }
}

/** The shortest way to name this member and nobody else. */
export function mentionOf(member: Author, members: Author[]): string {
  const label = memberLabel(member)
  const [named, ...others] = mentionedIn(`@${label}`, members)
  return named?.id === member.id && others.length === 0 ? label : member.email
}

/** All that notes may name a member by: the address, and each name that they have or had. */
export type Called = { email: string; names: string[] }

/** What else follows an @ in the place of an address. */
export function localPart(email: string): string {
  return email.slice(0, email.indexOf('@'))
}

type Instead = { instead: string; others: Author[]; isNamed: boolean }

/**
 * The same words with others in place of each way to name this member, and of their address wherever it stands. What means one of
 * the others stays, and what may mean either does unless the note is known to name this one.
 */
export function withoutMentionOf(
  body: string,
  { email, names }: Called,
  { instead, others, isNamed }: Instead,
): string {
  const index = indexOf(others)
  const text = body.normalize()
  const meansAnother = (found: string, at: number) => {
    const { members, length } = meantBy(followingAt(text, at), index)
    const own = found.length - 1
    return members.length > 0 && (isNamed ? length > own : length >= own)
  }
  return text.replaceAll(anyOf({ email, names }), (found: string, at: number) =>
    // An address is nobody else's.
    found.includes('@', 1) || !meansAnother(found, at) ? `@${instead}` : found,
  )
}

/** A stretch of a text, in UTF-16 units, by which somebody may be named; `called` as names and addresses are compared. */
export type NamedAt = { at: number; length: number; called: string }

/** The same words with others in place of these stretches, but of what means one of the others. */
export function withOthersNamed(
  text: string,
  stretches: NamedAt[],
  { instead, others }: Omit<Instead, 'isNamed'>,
): string {
  const index = indexOf(others)
  const meansAnother = ({ at, length, called }: NamedAt) => {
    if (called.includes('@')) return index.addresses.has(called)
    const meant = meantBy(followingAt(text, at), index)
    return meant.members.length > 0 && meant.length >= length - 1
  }
  let [rest, from] = ['', 0]
  for (const stretch of stretches.toSorted((one, other) => one.at - other.at || other.length - one.length)) {
    if (stretch.at < from || meansAnother(stretch)) continue
    rest += `${text.slice(from, stretch.at)}@${instead}`
    from = stretch.at + stretch.length
  }
  return rest + text.slice(from)
}

function anyOf({ email, names }: Called): RegExp {
  // A name is not taken for one that it begins with.
  const called = [...names, localPart(email)].toSorted((a, b) => b.length - a.length)
  const ways = [`@?${escaped(email)}`, ...called.map((name) => `@${escaped(name)}`)].join('|')
  const rest = nameGoesOn().source.slice(1)
  return new RegExp(`(?<![\\p{L}\\p{N}.+_-])(?:${ways})(?!${rest})`, 'giu')
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

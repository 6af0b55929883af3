import { mentionBegins, nameGoesOn, type NamedAt } from './mentioned'

/** More than any name or address has. */
const LONGEST = 254
const OF_LOCAL_PART = /[\w.'+-]/
const DOMAIN = /^[a-z\d.-]+/i
/** What stands before is a part of it. */
const GOES_BEFORE = /[\p{L}\p{N}.+_-]/u

/**
 * Whatever of a composed text (NFC) may name somebody, whoever they are: each stretch after an @ with which a name could end, and each
 * address, with an @ before it. About as many as the text has characters at most.
 */
export function maybeCalled(text: string): NamedAt[] {
  return [...afterAt(text), ...addressesIn(text)]
}

function afterAt(text: string): NamedAt[] {
  const found: NamedAt[] = []
  for (const { index: at } of text.matchAll(mentionBegins())) {
    const most = Math.min(text.length, at + 1 + LONGEST)
    for (let end = at + 2; end <= most && text[end - 1] !== '@'; end++)
      if (endsAt(text, end)) found.push({ at, length: end - at, called: text.slice(at + 1, end).toLowerCase() })
  }
  return found
}

function addressesIn(text: string): NamedAt[] {
  return Array.from(text.matchAll(/@/g), ({ index }) => addressesAround(text, index)).flat()
}

/** Of one @ more than one where an apostrophe may belong to what is before it. */
function addressesAround(text: string, middle: number): NamedAt[] {
  const domain = DOMAIN.exec(text.slice(middle + 1, middle + 1 + LONGEST))?.[0].replace(/[.-]+$/, '') ?? ''
  const end = middle + 1 + domain.length
  if (domain === '' || !endsAt(text, end)) return []
  const found: NamedAt[] = []
  const isOfIt = (start: number) => middle - start <= LONGEST && OF_LOCAL_PART.test(text[start] ?? '')
  for (let start = middle - 1; isOfIt(start); start--) {
    if (GOES_BEFORE.test(text[start - 1] ?? '')) continue
    const isMention = text[start - 1] === '@' && !GOES_BEFORE.test(text[start - 2] ?? '')
    const at = isMention ? start - 1 : start
    found.push({ at, length: end - at, called: text.slice(start, end).toLowerCase() })
  }
  return found
}

function endsAt(text: string, end: number): boolean {
  return !nameGoesOn().test(text.slice(end, end + 3))
}

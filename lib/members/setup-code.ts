// Crockford's base 32: no I, L, O or U.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 20
const GROUP = /.{5}(?=.)/g

/** A secret's first 100 bits, in groups that can be read aloud. */
export function formatCode(secret: Uint8Array): string {
  const characters = Array.from(secret.subarray(0, CHARACTERS), (byte) => ALPHABET.charAt(byte % ALPHABET.length))
  return characters.join('').replace(GROUP, '$&-')
}

/** What somebody meant who typed a code: any case and grouping, and the letters that look like digits. */
export function readCode(typed: string): string {
  const characters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return characters.replace(GROUP, '$&-')
}

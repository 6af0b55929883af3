/** What a keyboard event tells of its key; React's has `isComposing` in its native one alone. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'isComposing' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'
>

/** The signs of an English keyboard by their place: plain, and with Shift. */
const SIGNS: Record<string, string> = { Slash: '/?', Comma: ',<', Period: '.>', BracketLeft: '[{', BracketRight: ']}' }

/** An input method is taking the key. Safari ends a composition before the Enter that ends it, and says so by 229 alone. */
export function isComposing({ isComposing: composing, keyCode }: Pick<Press, 'isComposing' | 'keyCode'>): boolean {
  return composing || keyCode === 229
}

/**
 * The name of a key, or the sign or small Latin letter that it writes. Where a layout writes neither, it is what an English
 * keyboard has in that place.
 */
export function keyPressed({ key, code, shiftKey }: Press): string {
  return isWritten(key, code) ? key.toLowerCase() : (placed(code, shiftKey) ?? key)
}

/** The key of a shortcut without Ctrl, ⌘ and Alt; null for all that means something else. Names are as `key` has them. */
export function shortcutOf(press: Press): string | null {
  const { key, ctrlKey, metaKey, altKey } = press
  if (isComposing(press)) return null
  if (isNamed(key)) return ctrlKey || metaKey || altKey ? null : key
  // Option types [ on a German Mac, and AltGr, which is Ctrl with Alt to Windows, on its other keyboards.
  if (altKey && !metaKey && /^[!-/:-@[-`{-~]$/.test(key)) return key
  return ctrlKey || metaKey || altKey ? null : keyPressed(press)
}

/** The digit in the place of a key, where a layout (French, Czech) writes it with Shift alone; what it writes counts first. */
export function digitPlaced(press: Press): string | null {
  const { code, shiftKey } = press
  if (shiftKey || shortcutOf(press) === null) return null
  return /^Digit([0-9])$/.exec(code)?.[1] ?? null
}

/** `ArrowUp`, `F5`, `Dead`: a layout may write more than one character with a key, but none in Latin letters. */
function isNamed(key: string): boolean {
  return /^[A-Z][A-Za-z0-9]+$/.test(key)
}

function isWritten(key: string, code: string): boolean {
  // Cyrillic and Hebrew layouts have these two where the slash is.
  if (code === 'Slash' && (key === '.' || key === ',')) return false
  return /^([\x20-\x7e]|\p{Script=Latin})$/u.test(key)
}

function placed(code: string, shiftKey: boolean): string | undefined {
  const letterOrDigit = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  return letterOrDigit?.toLowerCase() ?? SIGNS[code]?.[shiftKey ? 1 : 0]
}

import { doAsBrowsers } from './as-browsers'

/** Keys that were pressed before what they are for could hear them. */
type HeldKeys = {
  /** In their order. */
  pressed: KeyboardEvent[]
  /** Also those for which what has the focus has a use. */
  holdsAll: boolean
  /** What they are for is on its way: until it asks for them they are pressed nowhere. */
  isAwaited: boolean
  begin: () => void
  stop: () => void
}

/**
 * Begins to hold, or goes on. Runs in the page by itself too, from its text, before any script is there: it needs nothing of this
 * file. What has a use for a key keeps it, unless all are `awaited` by what comes; those with Ctrl, ⌘ or Alt are the browser's, but
 * for the signs that they write.
 */
export function holdKeys(awaited = false) {
  /** Whoever waits for longer does not wait for this: the browser has its keys back. */
  const LONGEST_MS = 30_000
  const NAMED = ['ArrowLeft', 'ArrowRight', 'Enter']
  const AWAITED = ['ArrowUp', 'ArrowDown', 'Home', 'End', 'Backspace']
  const page = window as { heldKeys?: HeldKeys }
  const hold = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey, isTrusted, repeat } = event
    const { holdsAll, isAwaited, pressed } = held
    // Once those before it are being pressed, Escape is for what they have led to.
    const isAlsoHeard = holdsAll && (AWAITED.includes(key) || (key === 'Escape' && !isAwaited))
    const isHeard = key.length === 1 || NAMED.includes(key) || isAlsoHeard
    // AltGr, which is Ctrl with Alt to Windows, and Option write signs that are no English letter or digit.
    const isWritten = altKey && /^[^a-z0-9 ]$/i.test(key)
    const isBrowsers = metaKey || (!isWritten && (ctrlKey || altKey))
    // Safari and macOS say by 229 alone that an input method takes it.
    const isComposing = event.isComposing || event.keyCode === 229
    if (!isHeard || isBrowsers || isComposing || !isTrusted || !(target instanceof Element)) return
    if (!holdsAll && target.closest('input, textarea, select, [contenteditable]')) return
    if (!holdsAll && [' ', 'Enter'].includes(key) && target.closest('a, button')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    // The one that asked for it may be held down yet.
    if (!repeat || !isAwaited) pressed.push(event)
  }
  const held = page.heldKeys ?? {
    pressed: [],
    holdsAll: false,
    isAwaited: false,
    begin: () => window.addEventListener('keydown', hold, true),
    stop: () => window.removeEventListener('keydown', hold, true),
  }
  held.holdsAll ||= awaited
  held.isAwaited = awaited
  held.begin()
  setTimeout(() => {
    held.stop()
    held.pressed.length = 0
  }, LONGEST_MS)
  page.heldKeys = held
}

/** What was held means nothing any more. */
export function dropKeys() {
  const page = window as { heldKeys?: HeldKeys }
  page.heldKeys?.stop()
  delete page.heldKeys
}

/** What was held is pressed now, and what is pressed meanwhile after it, up to a key that asks for what is on its way itself. */
export async function releaseKeys() {
  const { heldKeys } = window as { heldKeys?: HeldKeys }
  if (!heldKeys) return
  Object.assign(heldKeys, { holdsAll: true, isAwaited: false })
  for (let event = heldKeys.pressed.shift(); event; event = heldKeys.pressed.shift()) {
    press(event)
    // What a key brings is there before the next one.
    await new Promise((done) => setTimeout(done))
    if (heldKeys.isAwaited) return
  }
  dropKeys()
}

/** The same once a page hears its keys, unless what they are for is on its way yet: that outlasts a page which is gone to. */
export function releasePageKeys() {
  const { heldKeys } = window as { heldKeys?: HeldKeys }
  if (!heldKeys?.isAwaited) void releaseKeys()
}

function press(event: KeyboardEvent) {
  const target = document.activeElement ?? document.body
  const isLeft = target.dispatchEvent(new KeyboardEvent(event.type, event))
  if (isLeft) doAsBrowsers(target, event.key)
}

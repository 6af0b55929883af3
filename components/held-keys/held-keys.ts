/** Keys that were pressed before what they are for could hear them, in their order. */
type HeldKeys = {
  /** From the first one that is asked for, all that follow are held behind it. */
  next: () => KeyboardEvent | undefined
  stop: () => void
}

/**
 * Begins to hold. Runs in the page by itself too, from its text, before any script is there: it needs nothing of this file. What
 * has a use for a key keeps it, unless all are `awaited` by what comes; those with Ctrl, ⌘ or Alt are the browser's.
 */
export function holdKeys(awaited = false) {
  /** Whoever waits for longer does not wait for this: the browser has its keys back. */
  const LONGEST_MS = 30_000
  const page = window as { heldKeys?: HeldKeys }
  const held: KeyboardEvent[] = []
  let holdsAll = awaited
  const hold = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing, isTrusted } = event
    const isHeard = key.length === 1 || ['ArrowLeft', 'ArrowRight', 'Enter'].includes(key)
    if (!isHeard || ctrlKey || metaKey || altKey || isComposing || !isTrusted || !(target instanceof Element)) return
    if (!holdsAll && target.closest('input, textarea, select, [contenteditable]')) return
    if (!holdsAll && [' ', 'Enter'].includes(key) && target.closest('a, button')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(event)
  }
  const stop = () => window.removeEventListener('keydown', hold, true)
  page.heldKeys?.stop()
  window.addEventListener('keydown', hold, true)
  setTimeout(stop, LONGEST_MS)
  page.heldKeys = {
    next: () => {
      holdsAll = true
      return held.shift()
    },
    stop,
  }
}

/** What was held means nothing any more. */
export function dropKeys() {
  const page = window as { heldKeys?: HeldKeys }
  page.heldKeys?.stop()
  delete page.heldKeys
}

/** What was held is pressed now, and what is pressed meanwhile after it. */
export async function releaseKeys() {
  const { heldKeys } = window as { heldKeys?: HeldKeys }
  for (let event = heldKeys?.next(); event; event = heldKeys?.next()) {
    const target = document.activeElement ?? document.body
    if (isField(target) && event.key.length === 1) type(target, event.key)
    else target.dispatchEvent(new KeyboardEvent(event.type, event))
    // What a key brings is there before the next one.
    await new Promise((done) => setTimeout(done))
  }
  heldKeys?.stop()
}

type Field = HTMLInputElement | HTMLTextAreaElement

/** A slider has no text to select. */
function isField(target: Element): target is Field {
  const mayBe = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return mayBe && target.selectionStart !== null
}

/** A key that follows one which led into a field. */
function type(field: Field, text: string) {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }))
}

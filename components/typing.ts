const FIELDS = 'input:not([type=range]), textarea, select, [contenteditable]'

/** Whether a key belongs to what is being typed, chosen or operated, and not to a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  return event.target instanceof Element && event.target.closest(`${FIELDS}, [role=menu], [role=dialog]`) !== null
}

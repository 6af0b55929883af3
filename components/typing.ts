const FIELDS = 'input:not([type=range], [type=checkbox]), textarea, select, [contenteditable]'

/** Whether a key belongs to what is being typed, chosen or operated, and not to a shortcut: a tick has a use for Space alone. */
export function isTyping({ defaultPrevented, target }: KeyboardEvent): boolean {
  if (defaultPrevented) return true
  return target instanceof Element && target.closest(`${FIELDS}, [role=menu], [role=dialog]`) !== null
}

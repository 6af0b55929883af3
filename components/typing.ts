const FIELDS = 'input:not([type=range]), textarea, select, [contenteditable]'

/** Whether a key belongs to what is being typed, chosen or operated, and not to a shortcut. */
export function isTyping({ defaultPrevented, target }: KeyboardEvent): boolean {
  if (defaultPrevented) return true
  return target instanceof Element && target.closest(`${FIELDS}, [role=menu], [role=dialog]`) !== null
}

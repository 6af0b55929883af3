'use client'

import { shortcutsOff, useShortcutsOff } from '../shortcuts-setting'

/** Single keys, without ⌘, Ctrl or Alt (WCAG 2.1.4); Esc and those with them work in any case. */
export function ShortcutsChoice() {
  const off = useShortcutsOff()
  return (
    <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
      <input type="checkbox" checked={!off} onChange={({ target }) => shortcutsOff.set(!target.checked)} />
      Use single keys, such as J for the next one
    </label>
  )
}

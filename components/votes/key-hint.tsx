import { useShortcutsOff } from '../shortcuts-setting'

/** Which keys vote, for whoever has keys and has them on. */
export function KeyHint({ children }: { children: string }) {
  const isOff = useShortcutsOff()
  return isOff ? null : <span className="print:hidden pointer-coarse:hidden">{children}</span>
}

import { Dialog } from 'radix-ui'
import { shortcutsOff, useShortcutsOff } from '../shortcuts-setting'
import { Button } from '../ui/button'
import { useFocusReturn } from '../ui/use-focus-return'
import { SHORTCUTS } from './keymap'

/** Lists the keys, and can switch them off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const off = useShortcutsOff()
  const returnFocus = useFocusReturn()
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed top-1/2 left-1/2 z-50 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 rounded-md bg-raised p-5 shadow-float"
        >
          <Dialog.Title className="mb-3 font-semibold">Keys</Dialog.Title>
          <dl className="grid grid-cols-[7rem_1fr] gap-y-2">
            {SHORTCUTS.map(([keys, meaning]) => (
              <div key={keys} className="contents">
                <dt className="text-muted">{keys}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <label className="mt-4 flex items-center gap-2 border-t border-line pt-4">
            <input type="checkbox" checked={!off} onChange={(event) => shortcutsOff.set(!event.target.checked)} />
            Use these keys
          </label>
          <Dialog.Close asChild>
            <Button className="mt-4 w-full">Close</Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

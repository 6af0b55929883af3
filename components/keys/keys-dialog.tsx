import { shortcutsOff, useShortcutsOff } from '../shortcuts-setting'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { KEY_LIST } from './key-list'

/** Lists the keys, and can switch them off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const off = useShortcutsOff()
  return (
    <Modal
      title="Keys"
      titleClass="mb-3 font-semibold"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5 lg:w-[48rem]"
      onClose={onClose}
    >
      <dl className="gap-8 lg:columns-2">
        {KEY_LIST.map(([keys, meaning]) => (
          <div key={meaning} className="grid break-inside-avoid grid-cols-[7rem_1fr] pb-2">
            <dt className="text-muted">{keys}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex items-center gap-2 border-t border-line pt-4">
        <input type="checkbox" checked={!off} onChange={(event) => shortcutsOff.set(!event.target.checked)} />
        Use these keys
      </label>
      <Button className="mt-4 w-full" onClick={onClose}>
        Close
      </Button>
    </Modal>
  )
}

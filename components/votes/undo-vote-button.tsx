import { useShortcutsOff } from '../shortcuts-setting'
import { Button } from '../ui/button'

/** Takes back the vote that was just cast, as Z does while keys are on. */
export function UndoVoteButton({ onUndo }: { onUndo: () => void }) {
  const off = useShortcutsOff()
  return (
    <Button look="quiet" size="small" className="text-xs text-accent" title={off ? undefined : 'Z'} onClick={onUndo}>
      Undo
    </Button>
  )
}

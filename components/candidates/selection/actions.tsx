import { Ellipsis } from '../../ui/icons'
import { useShortcutsOff } from '../../shortcuts-setting'
import { Button, buttonClass } from '../../ui/button'
import { Menu } from '../../ui/menu/menu'
import type { PickedAction } from './picked-actions'

type Props = {
  actions: PickedAction[]
  /** What a narrow bar has in its menu besides. */
  also: { key: string; label: string; run: () => void }[]
  onAct: (action: PickedAction) => void
}

/** What can be done with what is ticked, side by side; where there is no room, in a menu. */
export function SelectionActions({ actions, also, onAct }: Props) {
  const off = useShortcutsOff()
  return (
    <>
      <span className="flex gap-2 max-sm:hidden">
        {actions.map((action) => (
          <Button
            key={action.key}
            size="small"
            aria-disabled={action.blocked !== null || undefined}
            aria-haspopup={action.isDialog ? 'dialog' : undefined}
            aria-keyshortcuts={off ? undefined : action.shortcut}
            title={action.blocked ?? undefined}
            className="aria-disabled:text-muted aria-disabled:hover:bg-raised"
            onClick={() => onAct(action)}
          >
            {action.label}
            {!off && (
              <kbd className="font-sans text-2xs text-muted uppercase max-lg:hidden pointer-coarse:hidden">
                {action.shortcut}
              </kbd>
            )}
          </Button>
        ))}
      </span>
      <span className="sm:hidden">
        <Menu
          kind="act"
          align="end"
          label="More"
          className={buttonClass('secondary', 'small')}
          choices={[
            ...actions.map((action) => ({ key: action.key, label: action.label, choose: () => onAct(action) })),
            ...also.map(({ key, label, run }) => ({ key, label, choose: run })),
          ]}
        >
          <Ellipsis size={16} />
        </Menu>
      </span>
    </>
  )
}

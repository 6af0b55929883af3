import { useEffect } from 'react'
import { useShortcutsOff } from '../shortcuts-setting'
import type { Choice, ChoiceGroup } from './choices'

export const LIST_ID = 'palette-choices'

type Props = {
  groups: ChoiceGroup[]
  active: Choice | undefined
  onMark: (choice: Choice) => void
  onChoose: (choice: Choice) => void
}

/** The focus stays in the field above; `active` is what Enter chooses. */
export function ChoiceList({ groups, active, onMark, onChoose }: Props) {
  const off = useShortcutsOff()
  const activeId = active && optionId(active)
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  return (
    <div id={LIST_ID} role="listbox" aria-label="Choices" className="h-[min(24rem,60dvh)] overflow-y-auto p-2 pt-0">
      {groups.map(({ title, choices }) => (
        <div key={title} role="group" aria-label={title}>
          <p aria-hidden="true" className="px-2 pt-3 pb-1 text-2xs font-medium text-faint">
            {title}
          </p>
          {choices.map((choice) => (
            // The field handles the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={choice.id}
              id={optionId(choice)}
              role="option"
              aria-selected={choice === active}
              tabIndex={-1}
              onMouseMove={() => choice !== active && onMark(choice)}
              onClick={() => onChoose(choice)}
              className="flex min-h-9 scroll-my-8 items-center gap-2 rounded px-2 text-sm aria-selected:bg-hover max-lg:min-h-11"
            >
              <bdi className="truncate">{choice.label}</bdi>
              {choice.note && <bdi className="min-w-0 flex-1 truncate text-xs text-faint">{choice.note}</bdi>}
              {choice.key && !off && (
                <kbd className="ml-auto font-sans text-xs text-faint max-lg:hidden">{choice.key}</kbd>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

export function optionId({ id }: Choice): string {
  return `palette ${id}`.replaceAll(' ', '-')
}

import { Check } from '../icons'
import { DropdownMenu } from 'radix-ui'
import { useRef, type FocusEvent } from 'react'
import type { MenuChoice, MenuOpening, MenuProps } from './menu-props'

const ITEM =
  'flex min-h-8 cursor-default max-lg:min-h-10 pointer-coarse:min-h-11 items-center gap-2 rounded px-2 text-sm outline-none data-highlighted:bg-hover'

type Props = MenuProps & { opening: MenuOpening | null }

export function LoadedMenu({ children, className, label, disabled, opening, align = 'start', ...menu }: Props) {
  const { below, onCloseAutoFocus } = menu
  const isByKey = useRef(opening === 'key')
  const begin = ({ currentTarget }: FocusEvent) => {
    // As Radix has it where it heard that key itself.
    if (isByKey.current) currentTarget.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
    isByKey.current = false
  }
  return (
    <DropdownMenu.Root modal={false} defaultOpen={opening !== null}>
      <DropdownMenu.Trigger className={className} aria-label={label} disabled={disabled}>
        {children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          onFocus={begin}
          onCloseAutoFocus={onCloseAutoFocus}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) max-w-[min(28rem,calc(100vw-1rem))] min-w-28 overflow-y-auto rounded-md p-1 shadow-float scroll-edges"
        >
          <Choices {...menu} />
          {below && (
            <>
              <DropdownMenu.Separator className="my-1 h-px bg-line" />
              <DropdownMenu.Item onSelect={below.act} className={`text-muted ${ITEM}`}>
                {below.label}
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type ChoicesProps = Pick<MenuProps, 'kind' | 'choices' | 'mark'>

function Choices({ kind, choices, mark }: ChoicesProps) {
  if (kind === 'act') {
    return choices.map((choice) => (
      <DropdownMenu.Item key={choice.key} onSelect={choice.choose} className={ITEM}>
        <Label choice={choice} />
      </DropdownMenu.Item>
    ))
  }
  if (kind === 'many') {
    return choices.map((choice) => (
      <DropdownMenu.CheckboxItem
        key={choice.key}
        checked={choice.isChosen ?? false}
        onSelect={(event) => event.preventDefault()}
        onCheckedChange={choice.choose}
        className={ITEM}
      >
        <Mark>{mark}</Mark>
        <Label choice={choice} />
      </DropdownMenu.CheckboxItem>
    ))
  }
  return (
    <DropdownMenu.RadioGroup value={choices.find(({ isChosen }) => isChosen)?.key ?? ''}>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem key={choice.key} value={choice.key} onSelect={choice.choose} className={ITEM}>
          <Mark>{mark}</Mark>
          <Label choice={choice} />
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

/** Keeps its place whether or not the item is chosen. */
function Mark({ children = <Check size={14} /> }: Pick<MenuProps, 'children'>) {
  return (
    <span className="w-4 text-accent">
      <DropdownMenu.ItemIndicator>{children}</DropdownMenu.ItemIndicator>
    </span>
  )
}

function Label({ choice: { label, detail } }: { choice: MenuChoice }) {
  return (
    <>
      <span dir="auto" className="truncate numeric">
        {label}
      </span>
      {detail && <span className="ml-auto pl-6 text-muted numeric">{detail}</span>}
    </>
  )
}

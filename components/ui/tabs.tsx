import type { KeyboardEvent, ReactNode, Ref } from 'react'

type Tab<Name> = { name: Name; className: string; title: ReactNode; isReached: boolean }

type ListProps<Name> = {
  label: string
  className: string
  tabs: Tab<Name>[]
  chosen: Name
  onChoose: (name: Name) => void
}

/** One tab stop: arrows, Home and End choose among the tabs that are shown; `isReached` by Tab, which the chosen one has to be. */
export function TabList<Name extends string>({ label, className, tabs, chosen, onChoose }: ListProps<Name>) {
  return (
    <div role="tablist" tabIndex={-1} aria-label={label} onKeyDown={move} className={className}>
      {tabs.map(({ name, className: look, title, isReached }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-controls={panelId(name)}
          aria-selected={name === chosen}
          tabIndex={isReached ? 0 : -1}
          className={look}
          onClick={() => onChoose(name)}
        >
          {title}
        </button>
      ))}
    </div>
  )
}

type PanelProps = { name: string; className: string; tabIndex?: 0 | -1; ref?: Ref<HTMLDivElement>; children: ReactNode }

/** Always drawn: `className` says whether it is shown. */
export function TabPanel({ name, className, tabIndex = 0, ref, children }: PanelProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A panel may hold nothing else that takes the focus.
    <div
      ref={ref}
      role="tabpanel"
      id={panelId(name)}
      aria-labelledby={tabId(name)}
      tabIndex={tabIndex}
      className={`-outline-offset-2 data-left:outline-none ${className}`}
    >
      {children}
    </div>
  )
}

function move(event: KeyboardEvent<HTMLElement>) {
  const shown = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')].filter(isShown)
  const at = shown.findIndex((tab) => tab === event.target)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + shown.length, Home: 0, End: shown.length - 1 }[event.key]
  const target = to === undefined ? undefined : shown[to % shown.length]
  if (!target) return
  event.preventDefault()
  target.focus()
  target.click()
}

function isShown(tab: HTMLElement): boolean {
  return tab.offsetParent !== null
}

function tabId(name: string): string {
  return `tab-${name}`
}

function panelId(name: string): string {
  return `panel-${name}`
}

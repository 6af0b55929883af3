import { useId } from 'react'
import { ChevronDown } from './icons'

type Props<Key extends string> = {
  label: string
  value: Key
  choices: { key: Key; label: string }[]
  disabled?: boolean
  onChange: (key: Key) => void
}

/** A labelled choice of one, out of the browser's own list. */
export function Select<Key extends string>({ label, value, choices, disabled, onChange }: Props<Key>) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          disabled={disabled}
          onChange={({ target }) => {
            const chosen = choices.find(({ key }) => key === target.value)
            if (chosen) onChange(chosen.key)
          }}
          className="peer h-9 w-full appearance-none truncate rounded-md border border-edge bg-raised pr-8 pl-3 text-sm focus-visible:outline-offset-0 disabled:opacity-55 pointer-coarse:h-11"
        >
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown
          size={14}
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted peer-disabled:opacity-55"
        />
      </div>
    </div>
  )
}

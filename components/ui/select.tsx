import { useId } from 'react'

type Props<Key extends string> = {
  label: string
  value: Key
  choices: { key: Key; label: string }[]
  disabled?: boolean
  onChange: (key: Key) => void
}

/** A labelled choice of one, in the browser's own way. */
export function Select<Key extends string>({ label, value, choices, disabled, onChange }: Props<Key>) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={({ target }) => {
          const chosen = choices.find(({ key }) => key === target.value)
          if (chosen) onChange(chosen.key)
        }}
        className="h-9 w-full rounded-md border border-edge bg-raised px-2 text-sm focus-visible:outline-offset-0 disabled:opacity-55 pointer-coarse:h-11"
      >
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

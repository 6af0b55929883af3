import { useState } from 'react'
import { hasTypedWords } from '@/lib/text/typed-words'

/** From so many on they are found by typing. */
const MANY = 9

type Place = { id: string; label: string; detail: string | null }
type Props = {
  legend: string
  none: string
  places: Place[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Any number of teams or flows; what is chosen and not listed any more stays chosen until it is taken away. */
export function PlaceChoice({ legend, none, places, chosen, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const listed = new Set(places.map(({ id }) => id))
  const gone = chosen.filter((id) => !listed.has(id)).map((id) => ({ id, label: id, detail: 'not at Ribbon any more' }))
  const shown = [...gone, ...places].filter(({ label }) => hasTypedWords(label, typed))
  return (
    <fieldset>
      <legend className="mb-1 flex w-full items-center gap-2 text-sm font-medium">
        {legend}
        {chosen.length > 0 && <span className="font-normal text-muted numeric">{chosen.length} chosen</span>}
      </legend>
      {places.length >= MANY && (
        <input
          type="search"
          aria-label={`Find among ${legend.toLowerCase()}`}
          placeholder="Find"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className="mb-1 h-8 w-full rounded-md border border-edge bg-canvas px-2 placeholder:text-faint focus-visible:outline-offset-0 pointer-coarse:h-11"
        />
      )}
      <ul className="max-h-44 overflow-y-auto scroll-edges">
        {shown.map(({ id, label, detail }) => (
          <li key={id}>
            <label className="flex min-h-8 items-center gap-2 rounded px-1 hover:bg-hover pointer-coarse:min-h-11">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
              <bdi className="min-w-0 truncate" title={label}>
                {label}
              </bdi>
              {detail !== null && <bdi className="ml-auto max-w-2/5 truncate text-xs text-muted">{detail}</bdi>}
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="text-xs text-muted">{places.length === 0 ? none : 'None is called that.'}</p>
      )}
    </fieldset>
  )
}

import { X } from '../ui/icons'
import { useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { isComposing } from '../key-pressed'
import { IconButton } from '../ui/icon-button'
import { type InvitedOnes, withTyped } from './invited-ones'
import { pastedLines } from './pasted-lines'

type Props = InvitedOnes & { onChange: (invited: InvitedOnes) => void; onSend: () => void }

/** Any number of addresses: a list that is pasted becomes one for each, and what could not be invited stays, with why. */
export function EmailField({ lines, typed, onChange, onSend }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const add = (text: string) => onChange({ lines: withTyped({ lines, typed: text }), typed: '' })
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (pastedLines(text).length < 2 && !text.includes('@')) return
    event.preventDefault()
    add(`${typed}${text}`)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Backspace' && typed === '') return onChange({ lines: lines.slice(0, -1), typed })
    const isEnd = [',', ';', ' '].includes(event.key) && typed.includes('@') && !typed.includes('<')
    if (event.key !== 'Enter' && !isEnd) return
    event.preventDefault()
    if (typed.trim() !== '') add(typed)
    else if (event.key === 'Enter') onSend()
  }
  const bad = lines.filter(({ reason }) => reason !== null)
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        Emails
      </label>
      <div
        onPointerDown={(event) => event.target === event.currentTarget && setTimeout(() => field.current?.focus())}
        className="flex max-h-56 min-h-20 flex-wrap content-start items-center gap-1 overflow-y-auto rounded-md border border-edge bg-raised p-1.5 focus-within:outline-2 focus-within:outline-accent"
      >
        <ul aria-label="To be invited" className="contents">
          {lines.map((line, at) => (
            <li
              key={line.text}
              title={line.reason ?? line.text}
              className={`flex h-7 max-w-full items-center rounded pl-2 text-sm ${line.reason ? 'bg-bad-soft text-bad' : 'border border-line bg-hover'}`}
            >
              <bdi className="min-w-0 truncate">{line.text}</bdi>
              {line.reason && <span className="sr-only">, {line.reason}</span>}
              <IconButton
                label={`Leave out ${line.text}`}
                className="size-7 text-current pointer-coarse:size-9"
                onClick={() => onChange({ lines: lines.toSpliced(at, 1), typed })}
              >
                <X size={13} />
              </IconButton>
            </li>
          ))}
        </ul>
        <input
          ref={field}
          id={id}
          value={typed}
          aria-describedby={`${id}-note`}
          aria-invalid={bad.length > 0 ? true : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="email"
          onChange={({ target }) => onChange({ lines, typed: target.value })}
          onPaste={paste}
          onKeyDown={press}
          onBlur={() => typed !== '' && add(typed)}
          className="h-7 min-w-40 flex-1 bg-transparent px-1 text-sm outline-none"
        />
      </div>
      <p
        id={`${id}-note`}
        role="status"
        className={`mt-1.5 text-xs wrap-anywhere ${bad.length > 0 ? 'text-bad' : 'text-muted'}`}
      >
        {bad.length > 0
          ? bad.map(({ text, reason }) => `${text}: ${reason}.`).join(' ')
          : 'Paste as many as you like: one a line, or with commas.'}
      </p>
    </div>
  )
}

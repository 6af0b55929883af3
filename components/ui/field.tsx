import { useId, type ComponentProps, type ReactNode } from 'react'

type Props = ComponentProps<'input'> & { label: string; hint?: string; error?: string | null; trailing?: ReactNode }

/** A labelled input; `error` replaces the hint and is announced, `trailing` sits inside the input's right edge. */
export function Field({ label, hint, error, trailing, className = '', ...input }: Props) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? noteId : undefined}
          className={`h-9 w-full rounded-md border border-edge bg-raised px-3 text-sm placeholder:text-faint read-only:bg-hover read-only:text-muted focus-visible:outline-offset-0 aria-invalid:border-bad pointer-coarse:h-11 ${trailing ? 'pr-16' : ''}`}
          {...input}
        />
        {trailing && <div className="absolute inset-y-0 right-1 flex items-center">{trailing}</div>}
      </div>
      {note && (
        <p id={noteId} className={`mt-1.5 text-xs ${error ? 'text-bad' : 'text-muted'}`}>
          {note}
        </p>
      )}
    </div>
  )
}

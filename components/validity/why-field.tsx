type Props = { label: string; value: string; onChange: (value: string) => void }

export function WhyField({ label, value, onChange }: Props) {
  return (
    <label className="mt-2 block text-2xs font-medium text-muted">
      {label}
      <textarea
        value={value}
        rows={2}
        maxLength={1_000}
        onChange={(event) => onChange(event.target.value)}
        className="mt-1 w-full rounded-md border border-edge bg-canvas px-2 py-1 text-sm text-ink focus-visible:outline-offset-0"
      />
    </label>
  )
}

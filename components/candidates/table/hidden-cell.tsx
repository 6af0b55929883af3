/** Instead of what its reader is not to know yet: not a missing value. */
export function HiddenCell() {
  return (
    <span title="Hidden until you vote" className="text-muted">
      Hidden
    </span>
  )
}

/** Instead of a score that its reader is not to know yet: not a missing one. */
export function HiddenAssessment() {
  return <span className="text-muted">Hidden until you vote</span>
}

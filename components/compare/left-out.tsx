/** Where so much was said that it did not come. */
export function LeftOut() {
  return (
    <p className="mt-1 text-muted">
      Too much was said to stand beside the others: with “By question” this answer is whole.
    </p>
  )
}

/** Between the company's way in and the one below it. */
export function OrWithPassword() {
  return (
    <p className="my-5 flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-edge after:h-px after:flex-1 after:bg-edge">
      or with a password
    </p>
  )
}

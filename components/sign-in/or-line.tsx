/** Between one way in and the one below it. */
export function OrLine({ words }: { words: string }) {
  return (
    <p className="my-5 flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-edge after:h-px after:flex-1 after:bg-edge">
      {words}
    </p>
  )
}

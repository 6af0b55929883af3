export function NoRecording() {
  return (
    <p className="border-b border-line bg-rail px-4 py-2.5 text-muted lg:px-6">
      There is no recording: Ribbon never had one, or access to it has been revoked. The transcript remains.
    </p>
  )
}

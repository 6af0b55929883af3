/** To whom opened Debrief under a name that it does not take sign-ins by. */
export function WrongAddress({ address }: { address: string }) {
  return (
    <>
      Debrief lives at{' '}
      <a href={address} className="underline">
        {address}
      </a>
      . Open it there to sign in.
    </>
  )
}

import { holdKeys } from './held-keys'

/** Before what it stands for can be seen: whoever presses a key as soon as they see it means it. */
export function HoldKeys({ nonce }: { nonce: string }) {
  const script = `(${holdKeys.toString()})()`
  // A browser shows no script its nonce.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
}

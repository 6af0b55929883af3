import { useActionState, useEffect, useRef } from 'react'
import { RequestFailed } from '../fetch-json'

type Submission = { typed: Record<string, string>; refusal: RequestFailed | null; sent: boolean }

const NOTHING_YET: Submission = { typed: {}, refusal: null, sent: false }

/**
 * Sends a form's fields, and keeps what was typed when they are refused. The first field has the focus, later the one that
 * `fieldOf` says a refusal is about. `busy` lasts until the page is left.
 */
export function useSubmission(
  send: (typed: Record<string, string>) => Promise<void>,
  fieldOf: (code: string) => string,
) {
  const form = useRef<HTMLFormElement>(null)
  const [{ typed, refusal, sent }, submit, pending] = useActionState(
    async (_: Submission, fields: FormData) => attempt(send, textsOf(fields)),
    NOTHING_YET,
  )
  const wrongField = refusal && fieldOf(refusal.code)

  useEffect(() => {
    const fields = form.current?.elements
    const field = refusal ? fields?.namedItem(wrongField ?? '') : fields?.item(0)
    // Whoever began to type before this code had loaded stays where they are.
    if (field instanceof HTMLElement && (refusal || document.activeElement === document.body)) field.focus()
  }, [refusal, wrongField])

  return { form, submit, typed, refusal, wrongField, busy: pending || sent }
}

async function attempt(send: (typed: Record<string, string>) => Promise<void>, typed: Record<string, string>) {
  try {
    await send(typed)
    return { typed, refusal: null, sent: true }
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    return { typed, refusal: error, sent: false }
  }
}

function textsOf(fields: FormData) {
  return Object.fromEntries([...fields].filter((field): field is [string, string] => typeof field[1] === 'string'))
}

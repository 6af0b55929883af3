import { route } from '@/lib/auth/route'
import { answerBegun } from '@/lib/passkeys/browser'
import { beginPasskeySignIn } from '@/lib/passkeys/sign-in'

export const POST = route(async () => answerBegun(await beginPasskeySignIn()))

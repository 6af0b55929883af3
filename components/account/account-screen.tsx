import type { AccountSession } from '@/lib/account/account'
import type { Preferences } from '@/lib/preferences'
import type { Author } from '@/lib/members/member'
import type { Passkey } from '@/lib/passkeys/passkey'
import { TroubleLine } from '../trouble/trouble-line'
import { AccountSection } from './account-section'
import { NameForm } from './name-form'
import { PasskeyList } from './passkey-list'
import { PasswordForm } from './password-form'
import { PreferencesForm } from './preferences-form'
import { SessionList } from './session-list'
import { ShortcutsChoice } from './shortcuts-choice'
import { PAGE_HEADER } from '../ui/page-header'

type Props = {
  me: Author
  sessions: AccountSession[]
  /** Null for whom none lets in: Debrief has an address that there are none for, or the provider alone does. */
  passkeys: Passkey[] | null
  preferences: Preferences
  /** False for whom something else lets in. */
  mayChangePassword: boolean
  languages: string[]
  timeZones: string[]
  now: number
}

/** What a member sets for themselves alone. */
export function AccountScreen({ me, sessions, passkeys, preferences, mayChangePassword, now, ...choices }: Props) {
  const device = sessions.find(({ isThisOne }) => isThisOne)?.device ?? ''
  return (
    <div className="lg:h-full lg:overflow-y-auto">
      <header className={`border-b border-line ${PAGE_HEADER}`}>
        <h1 className="text-xl font-semibold tracking-tight">Account</h1>
      </header>
      <TroubleLine />
      <div className="max-w-3xl divide-y divide-line px-4 pb-8 lg:px-6">
        <AccountSection title="Name" about={`Beside your notes and votes. You sign in as ${me.email}.`}>
          <NameForm name={me.name} />
        </AccountSection>
        {mayChangePassword && (
          <AccountSection title="Password" about="A new one signs you out everywhere else.">
            <PasswordForm email={me.email} />
          </AccountSection>
        )}
        {passkeys && (
          <AccountSection
            title="Passkeys"
            about="Sign you in without a password: by your finger, your face or your device’s PIN."
          >
            <PasskeyList initial={passkeys} suggested={device} now={now} />
          </AccountSection>
        )}
        <AccountSection
          title="Where you are signed in"
          about="After three days without use, and after seven in any case, a session ends."
        >
          <SessionList initial={sessions} now={now} />
        </AccountSection>
        <AccountSection title="Appearance and dates" about="On every device on which you sign in.">
          <PreferencesForm initial={preferences} {...choices} />
        </AccountSection>
        <AccountSection
          title="Keys"
          about="In this browser alone: what reads a screen or hears speech may need them for itself."
        >
          <ShortcutsChoice />
        </AccountSection>
      </div>
    </div>
  )
}

import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { anyMemberExists } from '@/lib/members/queries'

export default async function FrontDoor() {
  await connection()
  redirect((await anyMemberExists()) ? '/candidates' : '/setup')
}

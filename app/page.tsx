import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { anyMemberExists } from '@/lib/members/setup'

export default async function FrontDoor() {
  await connection()
  redirect((await anyMemberExists()) ? '/review' : '/setup')
}

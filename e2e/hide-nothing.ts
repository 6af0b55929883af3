import { Client } from 'pg'

/** Flows that nobody has set anything for hide nothing, those that appear from now on among them. */
export async function hideNothing(databaseUrl: string) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('UPDATE flow_defaults SET blind_colleagues = false, blind_assessment = false')
  await client.end()
}

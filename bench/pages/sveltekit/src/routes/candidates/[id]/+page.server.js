import { error } from '@sveltejs/kit'
import { pool } from '$lib/pool'
import { candidateRow } from '../../../../rows.mjs'

export async function load({ params }) {
  return (await candidateRow(pool, params.id)) ?? error(404)
}

/** The PostgreSQL that the tests start is a real one, and keeps its data over a restart. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPostgres, type Postgres } from './postgres.ts'

let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.stop())

async function ask(question: string): Promise<unknown> {
  const client = new pg.Client(postgres.connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ answer: unknown }>(question)
    return rows[0]?.answer
  } finally {
    await client.end()
  }
}

it('answers as version 18', async () => {
  expect(await ask('select version() as answer')).toContain('PostgreSQL 18')
})

it('keeps its data over a restart', async () => {
  await ask('create table kept as select 42 as answer')
  await postgres.restart()
  expect(await ask('select answer from kept')).toBe(42)
})

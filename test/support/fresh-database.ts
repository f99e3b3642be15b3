import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** An empty database on the server at `url`. Where the server can, it sorts texts as Chinese does and not by bytes: what relies on the order of
 *  bytes without saying so is found out. */
export async function freshDatabase(url: string): Promise<FreshDatabase> {
  const name = `gridkeeper_test_${randomBytes(6).toString('hex')}`
  await admin(url, async (client) => {
    await client
      .query(`create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'zh-CN'`)
      .catch(() => client.query(`create database ${name} template template0 encoding 'UTF8'`))
  })
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  return {
    url: fresh.href,
    drop: () => admin(url, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

async function admin(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

import { expect, test } from 'vitest'
import { secretsOf } from '../../../server/people/secret-store.ts'
import { CannotUnseal } from '../../../server/store/seal.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { testCity } from '../../support/test-city.ts'
import { clock, codeAt, invited, signIn, withPassword } from './people-desk.ts'

onEachEngine((newPlace, engine) => {
  const opened = async () => {
    const time = clock()
    const city = await testCity({ engine, now: time.now, settings: { guests: 'none' } })
    const { token } = await invited(city, time.now, { roles: ['supervisor'] })
    const person = await withPassword(city, token)
    const { secret } = (await (await person.post('/api/me/second-factor')).json()) as { secret: string }
    const confirmed = await person.post('/api/me/second-factor/confirm', { code: codeAt(secret, time.now()) })
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] }
    time.pass(1)
    return { time, city, person, secret, recoveryCodes }
  }
  const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code: string }).code

  test('a supervisor is asked for the code after the right password, and not after a wrong one', async () => {
    const { city } = await opened()
    expect(await codeOf(await signIn(city, {}))).toBe('code-needed')
    expect(await codeOf(await signIn(city, { password: 'wrong' }))).toBe('wrong-sign-in')
  })

  test('a code lets in once; one of a minute ago and a wrong one do not', async () => {
    const { time, city, secret } = await opened()
    const code = codeAt(secret, time.now())
    expect((await signIn(city, { code })).status).toBe(200)
    expect((await signIn(city, { code })).status).toBe(401)
    time.pass(2)
    expect((await signIn(city, { code: codeAt(secret, new Date(time.now().getTime() - 61_000)) })).status).toBe(401)
    expect((await signIn(city, { code: codeAt(secret, new Date(time.now().getTime() - 29_000)) })).status).toBe(200)
  })

  test('a recovery code lets in once', async () => {
    const { city, recoveryCodes } = await opened()
    expect(new Set(recoveryCodes).size).toBe(8)
    const code = recoveryCodes[3]?.toLowerCase().replaceAll('-', ' ')
    expect((await signIn(city, { code })).status).toBe(200)
    expect((await signIn(city, { code })).status).toBe(401)
    expect((await signIn(city, { code: recoveryCodes[4] })).status).toBe(200)
  })

  test('guessing codes is locked as guessing passwords is', async () => {
    const { city } = await opened()
    for (let guess = 0; guess < 5; guess += 1) expect((await signIn(city, { code: '123456' })).status).toBe(401)
    expect((await signIn(city, {})).status).toBe(429)
  })

  test('another authenticator takes the place only with a code of the one that is there', async () => {
    const { time, person, secret } = await opened()
    expect(await person.problem(person.post('/api/me/second-factor'))).toMatchObject({ code: 'wrong-code' })
    expect((await person.post('/api/me/second-factor', { code: codeAt(secret, time.now()) })).status).toBe(200)
  })

  test('the store alone makes no codes: a secret is sealed, for its own row', async () => {
    const { time, city, person, secret } = await opened()
    const offered = await person.post('/api/me/second-factor', { code: codeAt(secret, time.now()) })
    const { secret: waiting } = (await offered.json()) as { secret: string }
    const rows = await city.store.db.selectFrom('authenticators').selectAll().orderBy('id').execute()
    expect(rows).toHaveLength(2)
    const kept = JSON.stringify([await city.store.db.selectFrom('person_secrets').selectAll().execute(), rows])
    for (const clear of [secret, waiting]) {
      expect(kept).not.toContain(clear)
      for (const { sealed } of rows) expect(sealed.includes(clear)).toBe(false)
    }
    const [used, offer] = rows
    await city.store.transaction(SUO, (tx) =>
      tx.db
        .updateTable('authenticators')
        .set({ sealed: offer?.sealed ?? Buffer.alloc(0) })
        .where('id', '=', used?.id ?? '')
        .execute(),
    )
    await expect(secretsOf(city.store.db, city.parts.keys, SUO, used?.id ?? '')).rejects.toThrow(CannotUnseal)
  })

  test('what an earlier version kept in clear is sealed at the next start, and lets in as before', async () => {
    const [place, time] = [await newPlace(), clock()]
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    const first = await testCity({ place, now: time.now })
    const { id, token } = await invited(first, time.now, { roles: ['supervisor'] })
    await withPassword(first, token)
    await place.tamper(`update person_secrets set totp = '${secret}', totp_waiting = 'WAITS' where id = '${id}'`)
    await first.store.close()
    const next = await testCity({ place, now: time.now, assets: [] })
    const row = await next.store.db.selectFrom('person_secrets').selectAll().executeTakeFirstOrThrow()
    expect([row.totp, row.totp_waiting]).toEqual([null, null])
    expect(await secretsOf(next.store.db, next.parts.keys, SUO, id)).toMatchObject({
      totp: secret,
      totpWaiting: 'WAITS',
    })
    expect((await signIn(next, { code: codeAt(secret, time.now()) })).status).toBe(200)
  })
})

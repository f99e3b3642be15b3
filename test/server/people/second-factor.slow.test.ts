import { expect, test } from 'vitest'
import { onEachEngine } from '../../support/engines.ts'
import { testCity } from '../../support/test-city.ts'
import { clock, codeAt, invited, signIn, withPassword } from './people-desk.ts'

onEachEngine((_place, engine) => {
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
})

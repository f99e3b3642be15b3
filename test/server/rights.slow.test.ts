import { expect, test } from 'vitest'
import { may, type Subject } from '../../server/contract/permission.ts'
import { Post, type Role, type Scope } from '../../server/contract/role.ts'
import { type Client, client } from '../support/client.ts'
import { onEachEngine } from '../support/engines.ts'
import { testCity } from '../support/test-city.ts'
import { addressOf, type DeclaredRoute, ID_OF, MARK, MINE, OPEN, routesOf, twoStreets } from './rights-desk.ts'

const nameOf = ({ method, path }: DeclaredRoute): string => `${method} ${path}`
const NOT_LET = ['signed-out', 'not-allowed', 'no-key', 'read-only', 'screen-revoked']

interface Answer {
  status: number
  text: string
  /** Why the door stayed shut; undefined when it opened, whatever came behind it. */
  shut: string | undefined
}

/** The beginning of the answer: a stream has no end. */
async function ask(who: Client, { method, path }: DeclaredRoute, id?: string): Promise<Answer> {
  const body = method === 'GET' ? undefined : {}
  const headers: Record<string, string> = path.endsWith('/photos') ? { 'Content-Type': 'image/jpeg' } : {}
  const response = await who.request(method, addressOf(path, id), body, headers)
  const { status } = response
  const text = path === '/api/live' && status === 200 ? await beginningOf(response) : await response.text()
  const code = response.headers.get('Content-Type')?.startsWith('application/problem') ? JSON.parse(text).code : ''
  return { status, text, shut: NOT_LET.includes(code) ? `${status} ${code}` : undefined }
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const enough = setTimeout(() => void reader?.cancel(), 200)
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    text += decoder.decode(part.value, { stream: true })
  clearTimeout(enough)
  return text
}

/** How it is, and nothing else, is a wall's to tell (W3). */
const TOLD_BY_WALLS = '/api/wall/reports'

const expected = (roles: readonly Role[], { method, path, right }: DeclaredRoute): string | undefined => {
  if (roles.includes('screen') && method !== 'GET' && path !== TOLD_BY_WALLS) return '403 read-only'
  if (right === 'own' || !right) return undefined
  return may({ roles }, right.deed, right.subject) ? undefined : '403 not-allowed'
}

/** Parts of a case that name or show people. */
const NOT_FOR_GUESTS = ['/api/cases/:id/complainants', '/api/photos/:id', '/api/photos/:id/thumbnail']

const forGuests = (guestsRead: readonly Subject[], { path, right }: DeclaredRoute): string | undefined => {
  if (right === 'own' || !right || NOT_FOR_GUESTS.includes(path)) return '401 signed-out'
  if (right.deed === 'read' && guestsRead.includes(right.subject)) return undefined
  // Other systems bring things and what is measured; what is written of them is read by people.
  const isOfMachines = right.deed === 'write' && (right.subject === 'asset' || right.subject === 'reading')
  return isOfMachines ? '401 no-key' : '401 signed-out'
}

test('every address says what it is for, or is open for a reason', async () => {
  const routes = routesOf(await testCity())
  expect(routes.length).toBeGreaterThan(60)
  expect(
    routes
      .filter(({ right }) => !right)
      .map(nameOf)
      .sort(),
  ).toEqual([...OPEN].sort())
  const changing = routes.filter(({ method, right }) => !['GET', 'POST'].includes(method) && right !== 'own')
  for (const { right, ...route } of changing)
    if (right) expect(right, `${route.method} ${route.path}`).toMatchObject({ deed: 'write' })
})

onEachEngine((_place, engine) => {
  test('each address opens to the roles of the table and to no other', async () => {
    const city = await testCity({ engine, settings: { writeKey: 'k'.repeat(32) } })
    const routes = routesOf(city).filter(({ right }) => right)
    const some: readonly Role[][] = [...Post.options.map((post) => [post]), ['screen'], ['planner', 'inspector']]
    for (const roles of some) {
      const who = await city.as(roles)
      for (const route of routes)
        expect((await ask(who, route)).shut, `${nameOf(route)} as ${roles}`).toBe(expected(roles, route))
    }
  })

  test('who has not signed in reads the map where guests may, and nothing where they may not', async () => {
    for (const guests of ['map', 'none'] as const) {
      const city = await testCity({ engine, settings: { guests, writeKey: 'k'.repeat(32) } })
      const guestsRead: Subject[] = guests === 'map' ? ['map', 'case', 'inspection', 'crew'] : []
      const strangers = [
        city.guest,
        client((path, init) => city.app.request(path, init), `gridkeeper=${'x'.repeat(43)}`),
      ]
      for (const route of routesOf(city).filter(({ right }) => right))
        for (const who of strangers)
          expect((await ask(who, route)).shut, `${nameOf(route)}, guests: ${guests}`).toBe(forGuests(guestsRead, route))
    }
  })

  test('a wall that was taken out finds every door shut', async () => {
    const city = await testCity({ engine })
    const [admin, wall] = [await city.as('admin'), await city.as('screen')]
    await admin.delete(`/api/screens/${wall.id.replace('screen:', '')}`)
    for (const route of routesOf(city).filter(({ right }) => right))
      expect((await ask(wall, route)).shut, nameOf(route)).toBe('401 screen-revoked')
  })

  test('no address gives anybody a row of another street, contractor or crew', async () => {
    const city = await testCity({ engine, ...twoStreets() })
    const admin = await city.as('admin')
    const crew = {
      ...{ name: `${MARK}班组`, skills: ['lighting'], vehicle: null, shift: { from: '08:00', to: '18:00' } },
      ...{ contractor: `${MARK}公司`, areas: ['540626101'], loadLimit: 5, headcount: 3 },
    }
    const added = (await (await admin.post('/api/crews', crew)).json()) as { id: string }
    const ids = [...ID_OF, ['/api/crews', added.id] as const]
    const idFor = (path: string): string => ids.find(([start]) => path.startsWith(start))?.[1] ?? 'none'
    const readable = routesOf(city).filter(({ method, right }) => method === 'GET' && right && right !== 'own')
    const shows = async (who: Client): Promise<string[]> => {
      const shown: string[] = []
      for (const route of readable) {
        const { status, text } = await ask(who, route, encodeURIComponent(idFor(route.path)))
        if (status === 200 && text.includes(MARK)) shown.push(route.path)
      }
      return shown
    }

    // Or the rest would prove nothing.
    const whole = await shows(await city.as(Post.options.filter((post) => post !== 'auditor')))
    expect(whole).toEqual(expect.arrayContaining(SHOWN))

    const scopes: Partial<Scope>[] = [{ areas: [MINE] }, { contractor: '我家公司' }, { crewId: 'crew-mine' }]
    for (const scope of scopes)
      for (const post of Post.options)
        expect(await shows(await city.as(post, scope)), `${post} of ${JSON.stringify(scope)}`).toEqual([])
  })
})

test('heat is of the own part of the city', async () => {
  const city = await testCity(twoStreets())
  const counts = async (scope: Partial<Scope>): Promise<number[]> => {
    const who = await city.as('commander', scope)
    const all = await Promise.all(['complaints', 'inspections'].map((of) => who.json(`/api/heat/${of}`)))
    return all.map(({ at }) => at.length)
  }
  expect(await counts({})).toEqual([5, 2])
  expect(await counts({ areas: [MINE] })).toEqual([1, 1])
  expect(await counts({ contractor: '我家公司' })).toEqual([1, 0])
})

/** The addresses at which the other street's rows are, for whom the whole city is. */
const SHOWN = [
  ...[
    '/api/cases',
    '/api/cases/:id',
    '/api/inspections',
    '/api/inspections/:id',
    '/api/crews',
    '/api/crews/:id',
    '/api/crews/tracks',
  ],
  ...[
    '/api/evaluation',
    '/api/evaluation/cases',
    '/api/desk/cases',
    '/api/live',
    '/api/placement',
    '/api/placement/duplicates',
  ],
]

import { AxeBuilder } from '@axe-core/playwright'
import { expect, inject } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import type { Role, Scope } from '../../server/contract/role.ts'
import { addCrew, setDuty } from '../../server/crews/write-crew.ts'
import { describeCity } from '../../server/store/describe-city.ts'
import type { Store } from '../../server/store/store.ts'
import { signedIn } from '../support/client.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { ownServer } from './own-server.ts'
import type { Visit, VisitOptions, Visitor } from './visit.ts'

/** Where the first of the lamps stands. */
export const LAMP: LngLat = [93.7861, 31.886]
export const LAMPS = [1, 2, 3].map((n) =>
  lamp(n, {
    geometry: { type: 'Point', coordinates: [LAMP[0] + (n - 1) * 0.0006, LAMP[1]] },
    name: `藏北路 路灯 ${n}`,
  }),
)

export interface Desk {
  origin: string
  store: Store
  now: () => Date
  /** A browser of its own with somebody of this post signed in. */
  sits(
    visitor: Visitor,
    role: Role,
    scope?: Partial<Scope>,
    screen?: Pick<VisitOptions, 'width' | 'height'>,
  ): Promise<Visit>
}

export interface DeskParts {
  /** Its clock; the evening of every picture when left out. */
  now?: () => Date
  until?: Parameters<typeof ownServer>[0]['until']
  /** What else is there from the beginning. */
  fill?: (store: Store) => Promise<void>
}

/** A small city with three lamps and a crew, and people who come to work in it. */
export async function openDesk(parts: DeskParts = {}): Promise<Desk> {
  const now = parts.now ?? (() => new Date(inject('demoNow')))
  const fillAll = async (store: Store) => {
    await fill(store, now)
    await parts.fill?.(store)
  }
  const { origin, store } = await ownServer({ now, until: parts.until, fill: fillAll })
  return {
    ...{ origin, store, now },
    async sits(visitor, role, scope, screen) {
      const seat = await visitor.visit({ ...screen, origin })
      const { cookie } = await signedIn({ store, now }, noFetch, [role], scope)
      const [name = '', value = ''] = cookie.split('=')
      await seat.page.context().addCookies([{ name, value, url: origin }])
      return seat
    },
  }
}

const noFetch = (): never => {
  throw new Error('the browser asks, not the test')
}

async function fill(store: Store, now: () => Date): Promise<void> {
  await store.transaction(SUO, async (tx) => {
    const suo = { name: { zh: '索县', en: 'Suo' }, zoom: 15, bounds: null, demo: true }
    await describeCity(tx, { ...suo, centre: LAMP }, by({ actor: 'made:test' }))
    await writeAssets(tx, { added: LAMPS }, by())
  })
  const needs = { area: SUO, store, now }
  const writer = { actor: 'made:test', once: undefined }
  const crew = {
    ...{ id: 'lamps', name: '路灯组', skills: ['lighting' as const], vehicle: null, contractor: null, areas: [SUO] },
    ...{ shift: { from: '19:00', to: '07:00' }, loadLimit: 4, headcount: 3, demo: true },
  }
  await addCrew(crew, writer, needs)
  await setDuty({ id: crew.id, onDuty: true }, writer, needs)
}

/** No serious barrier that axe knows stands on the page as it is, or in a part of it. */
export async function expectNoBarriers({ page }: Visit, part = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = serious.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, html }) => `${target.join()} ${html.slice(0, 160)}`).join(' | ')}`,
  )
  expect(told).toEqual([])
}

import { adoptPeople } from './people/adopt-people.ts'
import { inviteFirstAdmin } from './people/invite-first-admin.ts'
import { type DemoLink, makeDemoPeople } from './people/make-demo-people.ts'
import { NO_AREA, readCity } from './store/describe-city.ts'
import type { Keys } from './store/seal.ts'
import type { Store } from './store/store.ts'

interface Linking {
  store: Store
  /** Origin that the links begin with. */
  url: string
  now: () => Date
  say: (line: string) => void
}

/** At a start before any admin has come in: their one-time link. */
export async function sayFirstLink(
  { area, parts: { keys } }: { area: string; parts: { keys: Keys } },
  { store, url, now, say }: Linking,
): Promise<void> {
  const needs = { area, store, keys, now }
  await adoptPeople(NO_AREA, needs)
  const link = await inviteFirstAdmin(needs)
  if (!link) return
  say('首位管理员的一次性登录链接（24 小时内有效，用后即失效）')
  say('One-time link of the first admin (good once, within 24 h):')
  say(`admin ${url}/enter/${link.token}`)
}

/** In a demo city, before it is read: somebody for each role, with a new link. Nobody where the city is a bureau's own. */
export async function demoPeople(area: string, store: Store, now: () => Date): Promise<DemoLink[]> {
  return (await readCity(store.db, area))?.demo ? makeDemoPeople({ area, store, now }) : []
}

export function sayDemoLinks(links: readonly DemoLink[], { url, say }: Pick<Linking, 'url' | 'say'>): void {
  if (links.length === 0) return
  say('演示用一次性登录链接，每个角色一个（24 小时内有效，用后即失效）')
  say('One-time links of the demo, one a role (good once, within 24 h):')
  for (const { post, token } of links) say(`${post} ${url}/enter/${token}`)
}

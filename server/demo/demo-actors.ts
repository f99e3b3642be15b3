import type { Actor } from '../contract/role.ts'
import { Post } from '../contract/role.ts'
import { personByLogin } from '../people/person-store.ts'
import type { Db } from '../store/schema.ts'
import { crewLogin } from './make-demo-crews.ts'
import type { Doer } from './simulated.ts'

/** Finds the demo's people: those of the posts, and one of each crew. In a timeline they stand with their names, which say 演示. */
export async function findDemoActors(
  db: Db,
  city: string,
  crewIds: readonly string[],
): Promise<(by: Doer) => Actor | undefined> {
  const actors = new Map<string, Actor>()
  const find = async (key: string, login: string): Promise<void> => {
    const seen = await personByLogin(db, city, login)
    if (!seen?.person.demo || seen.person.disabledAt !== null) return
    const { id, name, roles, scope } = seen.person
    actors.set(key, { id: `person:${id}`, name, roles, scope })
  }
  for (const post of Post.options) if (post !== 'crew') await find(post, `demo-${post}`)
  for (const [index, id] of crewIds.entries()) await find(`crew ${id}`, crewLogin(id, index))
  return (by) => actors.get('post' in by ? by.post : `crew ${by.crewId}`)
}

import { Post, type Scope } from '../contract/role.ts'
import { LINK_HOURS } from '../contract/session.ts'
import { addPerson, type PeopleNeeds } from './add-person.ts'
import { keepLink } from './link-store.ts'
import { personByLogin } from './person-store.ts'
import { hashOf, newToken } from './token.ts'

const NAMES: Record<Post, string> = {
  acceptor: '受理员',
  'duty-lead': '值班长',
  supervisor: '派遣员',
  inspector: '监督员',
  crew: '班组',
  planner: '规划员',
  commander: '指挥长',
  admin: '管理员',
  auditor: '审计员',
}

export interface DemoLink {
  post: Post
  token: string
}

/** One made-up person for each post, in the order of the posts; those that are there stay as they are. */
export async function addDemoPeople(
  needs: PeopleNeeds,
  scopeOf: (post: Post) => Scope | undefined = () => undefined,
): Promise<{ post: Post; personId: string }[]> {
  const { area, store } = needs
  const people: { post: Post; personId: string }[] = []
  for (const post of Post.options) {
    const login = `demo-${post}`
    const given = { login, name: `${NAMES[post]}（演示）`, roles: [post], scope: scopeOf(post), demo: true }
    const writer = { actor: 'system:demo', once: undefined }
    const { person } = (await personByLogin(store.db, area, login)) ?? (await addPerson(given, writer, needs))
    people.push({ post, personId: person.id })
  }
  return people
}

/** One made-up person for each post, with a new one-time link each; in the order of the posts. For a demo city only: they come in by the link
 *  alone. `scopeOf`: what is theirs, where it is not the whole city. No log row of the links: each start makes new ones. */
export async function makeDemoPeople(
  needs: PeopleNeeds,
  scopeOf: (post: Post) => Scope | undefined = () => undefined,
): Promise<DemoLink[]> {
  const { area, store, now } = needs
  const made: DemoLink[] = []
  for (const { post, personId } of await addDemoPeople(needs, scopeOf)) {
    const [token, madeMs] = [newToken(), now().getTime()]
    const link = {
      id: hashOf(token),
      personId,
      madeMs,
      untilMs: madeMs + LINK_HOURS * 3_600_000,
      usedMs: null,
    }
    await store.transaction(area, (tx) => keepLink(tx, link))
    made.push({ post, token })
  }
  return made
}

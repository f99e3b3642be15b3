import { Post, type PostLimit, type PostLimits } from '../../../server/contract/condition.ts'
import { inBothLanguages } from '../../i18n/in-both-languages.ts'

/** The limits of the posts as the form holds them, and the document that a change goes by. */
export interface PostsDraft {
  limits: Record<Post, Pick<PostLimit, 'ordinary' | 'emergency'>>
  basis?: string
}

/** The limits after the draft: what it changes is the bureau's own from then on. Undefined where it changes nothing. */
export function postsChange(before: PostLimits, draft: PostsDraft, day: string): PostLimits['limits'] | undefined {
  let isChanged = false
  const own = {
    ...{ place: inBothLanguages('rules.ownPlace'), source: draft.basis?.trim() || '-' },
    ...{ edition: day, verified: 'V' as const },
  }
  const after = Object.fromEntries(
    Post.options.map((post) => {
      const was = before.limits[post]
      const { ordinary, emergency } = draft.limits[post]
      if (same(ordinary, was.ordinary) && same(emergency, was.emergency)) return [post, was]
      isChanged = true
      return [post, { ordinary, emergency, ...own }]
    }),
  ) as PostLimits['limits']
  return isChanged ? after : undefined
}

const same = (one: PostLimit['ordinary'], other: PostLimit['ordinary']): boolean =>
  one.value === other.value && one.unit === other.unit

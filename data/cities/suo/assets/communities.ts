import type { Point } from '../../town/geometry.ts'
import type { Valley } from '../valley.ts'

/** 社区 of the town. The code is the last six of twelve digits: street office 100, then the community. */
export interface Community {
  code: string
  name: string
}

const COMMUNITIES = [
  '迎宾社区',
  '文化社区',
  '赞丹社区',
  '滨河社区',
  '康巴社区',
  '江南社区',
  '物流社区',
  '南岸社区',
] as const

const community = (name: (typeof COMMUNITIES)[number]): Community => ({
  name,
  code: `100${String(COMMUNITIES.indexOf(name) + 1).padStart(3, '0')}`,
})

export function communityAt(valley: Valley, place: Point): Community {
  const { s, t } = valley.across(place)
  const low = valley.uOf(s, t) < 0.345
  if (t < 0) return community('南岸社区')
  if (s < -1420) return community('物流社区')
  if (s < -760) return community('迎宾社区')
  if (s < -60) return community(low ? '文化社区' : '赞丹社区')
  if (s < 606) return community(low ? '滨河社区' : '康巴社区')
  return community('江南社区')
}

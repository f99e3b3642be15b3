import './rules.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useActor } from '../../me/use-me.ts'
import { AdminHead } from '../AdminHead.tsx'
import { canDo } from '../sections.ts'
import { CalendarTab } from './calendar/CalendarTab.tsx'
import { ConditionsTab } from './conditions/ConditionsTab.tsx'
import { HoursTab } from './HoursTab.tsx'
import { PostsTab } from './PostsTab.tsx'
import { RULE_TABS } from './rule-search.ts'
import { TrialTab } from './TrialTab.tsx'

const route = getRouteApi('/desk/admin/rules')

const PAGES = {
  conditions: ConditionsTab,
  trial: TrialTab,
  posts: PostsTab,
  hours: HoursTab,
  calendar: CalendarTab,
} as const

/** What deadlines are reckoned by. */
export function RulesPage() {
  const { t } = useTranslation()
  const mayWrite = canDo(useActor(), 'write', 'rule')
  const { tab = 'conditions' } = route.useSearch()
  const Page = PAGES[tab]
  return (
    <>
      <AdminHead title={t('adminSection.rules')} about={t('rules.about')} />
      <nav className="rule-tabs" aria-label={t('adminSection.rules')}>
        {RULE_TABS.map((one) => (
          <Link
            key={one}
            to="/admin/rules"
            activeOptions={{ exact: true }}
            search={one === 'conditions' ? {} : { tab: one }}
            aria-current={one === tab ? 'page' : undefined}
          >
            {t(`ruleTab.${one}`)}
          </Link>
        ))}
      </nav>
      <Page mayWrite={mayWrite} />
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useCoverage } from './coverage-desk.tsx'
import { qualityOf } from './coverage-search.ts'
import { JobBar } from './JobBar.tsx'
import { ProposalSites } from './ProposalSites.tsx'

const MOST_SITES = 2_000

/** What is wanted of new sites, what was found, and how good that is. */
export function ProposalPanel() {
  const { t } = useTranslation()
  const { set, search, change, proposal, draft, look } = useCoverage()
  const [goal, setGoal] = useState<'close' | 'budget'>('close')
  const [sites, setSites] = useState(10)
  if (!set) return null
  const result = look.look?.run.result
  const scope = search.road
    ? result?.roads.find(({ id }) => id === search.road)?.name
    : search.grid
      ? result?.grids.find(({ id }) => id === search.grid)?.name
      : undefined
  const isAlong = set.rules[0]?.measure === 'along-road'
  const start = (): void =>
    proposal.start({
      ...{ setId: set.id, goal, quality: qualityOf(search) ?? {} },
      ...(goal === 'budget' ? { sites } : {}),
      ...(search.road && isAlong ? { roadIds: [search.road] } : {}),
      ...(search.grid && !isAlong ? { gridId: search.grid } : {}),
      ...(draft.draft ? { draftId: draft.draft.id } : {}),
    })
  return (
    <section className="proposal" aria-label={t('coverage.propose')}>
      <header>
        <h2>{t('coverage.propose')}</h2>
        <Button small look="quiet" onClick={() => change({ ask: undefined })}>
          {t('list.close')}
        </Button>
      </header>
      <Choice
        label={t('coverage.propose.goal')}
        value={goal}
        options={(['close', 'budget'] as const).map((id) => ({ id, name: t(`coverage.propose.${id}`) }))}
        onChange={setGoal}
      />
      {goal === 'budget' ? (
        <label className="proposal-sites">
          {t('coverage.propose.sites')}
          <input
            type="number"
            min={1}
            max={MOST_SITES}
            value={sites}
            onChange={(event) =>
              setSites(Math.min(MOST_SITES, Math.max(1, Math.round(Number(event.target.value)) || 1)))
            }
          />
        </label>
      ) : null}
      <p className="proposal-scope">
        {(isAlong ? search.road : search.grid) && scope
          ? t('coverage.propose.within', { name: scope })
          : t('coverage.propose.whole')}
        {draft.draft ? ` ${t('coverage.propose.onDraft', { name: draft.draft.name })}` : ''}
      </p>
      {proposal.progress ? (
        <JobBar
          progress={proposal.progress}
          title={t('coverage.proposing')}
          stop={proposal.stop}
          stopWords={t('coverage.stop')}
        />
      ) : (
        <Button look={proposal.proposal ? 'plain' : 'primary'} onClick={start}>
          {goal === 'close'
            ? t('coverage.propose.startClose')
            : t('coverage.propose.startBudget', { n: number(sites) })}
        </Button>
      )}
      {proposal.fault ? <Refused fault={proposal.fault} title={t('coverage.propose.failed')} /> : null}
      {proposal.proposal?.result ? (
        <ProposalSites result={proposal.proposal.result} goal={proposal.proposal.asked.goal} />
      ) : null}
    </section>
  )
}

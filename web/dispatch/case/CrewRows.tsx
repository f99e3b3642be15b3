import { useTranslation } from 'react-i18next'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import { distance } from '../../format.ts'
import { texts } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'

interface CrewRowsProps {
  ranked: readonly RankedCrew[]
  /** The crew that has the case now. */
  holds: string | null
  /** The verb beside each; none where nobody may be sent. */
  act: { name: string; onAct: (crewId: string) => void } | undefined
}

/** The crews that fit, the best first: how long they take, how far they are, what they can, what they have in hand. */
export function CrewRows({ ranked, holds, act }: CrewRowsProps) {
  const { t } = useTranslation()
  return (
    <ol className="crew-rows">
      {ranked.map((crew) => (
        <li key={crew.crewId}>
          <span className="crew-rank">{crew.rank}</span>
          <div>
            <p>
              <b>{crew.name}</b>{' '}
              {crew.minutes === null
                ? t('dispatch.case.noWay')
                : t('dispatch.case.minutes', { n: Math.max(1, Math.round(crew.minutes)) })}
            </p>
            <small title={reasonWords(crew)}>
              <span>
                {crew.by === 'crow'
                  ? t('dispatch.case.crow', { metres: distance(crew.metres) })
                  : distance(crew.metres)}
              </span>
              <span>{crew.skills.map((skill) => t(`skill.${skill}`)).join(' ')}</span>
              <span>{t('dispatch.case.load', { n: crew.load, of: crew.loadLimit })}</span>
            </small>
          </div>
          {crew.crewId === holds ? (
            <span className="crew-holds">{t('dispatch.case.holds')}</span>
          ) : act ? (
            <Button
              small
              aria-label={t('dispatch.case.actTo', { act: act.name, crew: crew.name })}
              onClick={() => act.onAct(crew.crewId)}
            >
              {act.name}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  )

  /** How its score comes about, where the reason has a word. */
  function reasonWords({ reasons, score }: RankedCrew): string {
    const told = reasons.flatMap(({ code, points }) => {
      const key = `crewReason.${code}` as 'crewReason.way'
      return texts.exists(key) ? `${t(key)} ${points.toFixed(1)}` : []
    })
    return t('dispatch.case.score', { score: score.toFixed(1), parts: told.join(t('case.and')) })
  }
}

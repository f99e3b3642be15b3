import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { UNCLASSIFIED } from '../../server/contract/case.ts'
import type { CaseCard } from '../api-cases.ts'
import { identification, number } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useClassName, useConditionOf, useCrewName, useThing, useUnitName } from './queries.ts'

/** What is known of the case, each with its name. */
export function CaseFacts({ card }: { card: CaseCard }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const className = useClassName(card.kind, card.code)
  const unitName = useUnitName()
  const crewName = useCrewName()
  const condition = useConditionOf(card.conditionId, card.conditionVersion)
  const road = useThing(card.road)?.name
  const thing = useThing(card.assetId)?.name
  const { owner, quantity } = card
  return (
    <dl className="case-facts">
      <Fact name={t('fact.class')}>
        {card.code === UNCLASSIFIED.code ? t('fact.unclassified') : className} <code>{card.code}</code>
      </Fact>
      <Fact name={t('fact.source')}>
        {t(`source.${card.source}`)}
        {card.reports.length > 1 ? t('fact.reports', { n: card.reports.length }) : ''}
      </Fact>
      <Fact name={t('fact.owner')}>
        {owner ? `${unitName(owner.unit)} ` : t('cases.noOwner')}
        {owner ? <small>{t(`ownerBy.${owner.by}`)}</small> : null}
      </Fact>
      <Fact name={t('fact.crew')}>
        {crewName(card.crewId) ?? t('fact.noCrew')}{' '}
        {card.contractor ? <small>{unitName(card.contractor)}</small> : null}
      </Fact>
      <Fact name={t('fact.thing')}>
        {card.assetId ? (
          <a href={`/?thing=${card.assetId}`}>
            {thing ?? ''} <code>{identification(card.assetId)}</code>
          </a>
        ) : (
          t('fact.noThing')
        )}
      </Fact>
      <Fact name={t('fact.road')}>{road ?? t('fact.noRoad')}</Fact>
      <Fact name={t('fact.condition')}>
        {card.conditionId ? (condition?.title[language] ?? t('fact.filed')) : t('fact.notFiled')}{' '}
        {card.conditionVersion ? <small>{t('fact.version', { n: card.conditionVersion })}</small> : null}
      </Fact>
      <Fact name={t('fact.method')}>{t(`method.${card.method}`)}</Fact>
      <Fact name={t('fact.grid')}>{card.unitGrid ? <code>{card.unitGrid}</code> : t('fact.noGrid')}</Fact>
      <Fact name={t('fact.repeats')}>
        {card.repeats > 0 ? t('fact.repeated', { n: number(card.repeats) }) : t('fact.first')}
      </Fact>
      {card.outcome !== 'none' ? (
        <Fact name={t('fact.outcome')}>
          {t(`outcome.${card.outcome}`)}
          {quantity ? ` ${number(quantity.value, 2)} ${t(`quantity.${quantity.unit}`)}` : ''}
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

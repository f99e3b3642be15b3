import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Placement } from '../../api-cases.ts'
import { DuplicateRow } from '../../case/DuplicateRow.tsx'
import { useUnitName } from '../../case/queries.ts'
import { distance, identification } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'

interface PlacementPanelProps {
  location: LngLat | undefined
  placement: Placement | undefined
  fault: Error | null
  /** null: somebody said that it is about none. */
  assetId: string | null | undefined
  /** Its name, or that of the one that was found by itself. */
  found: string | undefined
  /** Id of the case that it joins. */
  joins: string | undefined
  onThing: (id: string | null | undefined) => void
  onJoin: (of: { id: string; number: string } | undefined) => void
}

/** Where the report would belong: road, owner, thing, how often it came before, and what may be the same problem. */
export function PlacementPanel({
  location,
  placement,
  fault,
  assetId,
  found,
  joins,
  onThing,
  onJoin,
}: PlacementPanelProps) {
  const { t } = useTranslation()
  const unitName = useUnitName()
  if (fault) return <Refused fault={fault} title={t('intake.placementFailed')} />
  if (!location || !placement) return null
  const { road, owner, unitGrid, repeats, repeatLevel, choices, duplicates } = placement
  const chosen = assetId === null ? undefined : (assetId ?? placement.assetId ?? undefined)
  return (
    <div className="placement">
      <dl>
        <dt>{t('fact.owner')}</dt>
        <dd>
          {owner ? (unitName(owner.unit) ?? owner.unit) : t('cases.noOwner')}
          {owner ? <small>{t(`ownerBy.${owner.by}`)}</small> : null}
        </dd>
        <dt>{t('fact.road')}</dt>
        <dd>{road ? `${road.name} ${distance(road.metres)}` : t('fact.noRoad')}</dd>
        <dt>{t('fact.grid')}</dt>
        <dd>{unitGrid ? <code>{unitGrid}</code> : t('fact.noGrid')}</dd>
        {chosen && choices.length === 0 ? (
          <>
            <dt>{t('fact.thing')}</dt>
            <dd>
              {found} <code>{identification(chosen)}</code>{' '}
              <Button small look="quiet" onClick={() => onThing(null)}>
                {t('intake.notThis')}
              </Button>
            </dd>
          </>
        ) : null}
        {assetId === null ? (
          <>
            <dt>{t('fact.thing')}</dt>
            <dd>
              {t('intake.noThing')}{' '}
              <Button small look="quiet" onClick={() => onThing(undefined)}>
                {t('intake.findThing')}
              </Button>
            </dd>
          </>
        ) : null}
        {repeats > 0 ? (
          <>
            <dt>{t('fact.repeats')}</dt>
            <dd>
              {t('fact.repeated', { n: repeats })} {repeatLevel === 'key' ? <b>{t('intake.key')}</b> : null}
            </dd>
          </>
        ) : null}
      </dl>
      {choices.length > 0 && assetId !== null ? (
        <fieldset>
          <legend>{t('intake.which', { n: choices.length })}</legend>
          <Radio.Group className="choices" value={assetId} onChange={({ target }) => onThing(String(target.value))}>
            {choices.map(({ id, name, metres }) => (
              <Radio key={id} value={id}>
                <b>{name}</b>
                <span className="choice-side">{distance(metres)}</span>
                <small>
                  <code>{identification(id)}</code>
                </small>
              </Radio>
            ))}
          </Radio.Group>
          <Button small look="quiet" onClick={() => onThing(null)}>
            {t('intake.noneOfThese')}
          </Button>
        </fieldset>
      ) : null}
      {duplicates.length > 0 ? (
        <section className="duplicates">
          <h2>{t('duplicate.title')}</h2>
          <ul>
            {duplicates.slice(0, 5).map((one) => (
              <DuplicateRow
                key={one.id}
                of={one}
                act={
                  joins === one.id
                    ? undefined
                    : { name: t('intake.joinThis'), onAct: () => onJoin({ id: one.id, number: one.number }) }
                }
              />
            ))}
          </ul>
          {joins ? (
            <Button small onClick={() => onJoin(undefined)}>
              {t('intake.notSame')}
            </Button>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}

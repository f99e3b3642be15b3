import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LayerTrust, SourceKind } from '../../../server/contract/trust.ts'
import { getAsset } from '../../api.ts'
import { getAssetTrust } from '../../api-trust.ts'
import { clock, dayOf, number } from '../../format.ts'
import { trustFacts } from '../../format-trust.ts'
import { Refused } from '../../refused.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { ThingLink } from '../ranked/ThingLink.tsx'
import { useLayerNames } from './use-layer-names.ts'
import { useTrust } from './use-trust.ts'

/** The thing that was clicked with its four facts, and the chosen layer by class, age and source. */
export function TrustDetail() {
  const { t } = useTranslation()
  const { at, row, summary } = useTrust()
  return (
    <div className="ranked-detail">
      {at ? <Thing id={at} /> : <p className="ranked-none">{t('census.trust.click')}</p>}
      {row ? <LayerTable of={row} /> : null}
      <p className="ranked-source">
        {t('census.trust.how')}{' '}
        {summary.data ? t('ranked.asOf', { time: `${dayOf(summary.data.asOf)} ${clock(summary.data.asOf)}` }) : ''}
      </p>
    </div>
  )
}

function Thing({ id }: { id: string }) {
  const { t } = useTranslation()
  const asset = useQuery({ queryKey: ['plan', 'thing', id], queryFn: ({ signal }) => getAsset(id, signal) })
  const trust = useQuery({
    queryKey: ['plan', 'thing', id, 'trust'],
    queryFn: ({ signal }) => getAssetTrust(id, signal),
  })
  const fault = asset.error ?? trust.error
  if (fault) return <Refused fault={fault} title={t('trust.failed')} />
  if (!asset.data || !trust.data) return <Hairlines rows={5} label={t('page.loading')} />
  const { name, layer, geometry } = asset.data
  return (
    <section>
      <h2>{name}</h2>
      {geometry.type === 'Point' ? <ThingLink id={id} layer={layer} location={geometry.coordinates} /> : null}
      <dl className="ranked-facts trust-facts">
        {trustFacts(trust.data, t).map((fact) => (
          <div key={fact.id} data-fact={fact.id}>
            <dt>{fact.name}</dt>
            <dd>
              {fact.value}
              {fact.note ? <small>{fact.note}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const GRADES = ['A', 'B', 'C'] as const
const BANDS = [0, 1, 2, 3] as const

function LayerTable({ of: { layer, things, graded, accuracy, ages, sources } }: { of: LayerTrust }) {
  const { t } = useTranslation()
  const { layerName } = useLayerNames()
  const share = (part: number): string => (things > 0 ? `${number((part / things) * 100, 1)} %` : '—')
  const groups: { id: 'accuracy' | 'age' | 'source'; rows: readonly (readonly [string, string, number])[] }[] = [
    {
      id: 'accuracy',
      rows: graded
        ? [
            ...GRADES.map((grade) => [grade, t(`trust.grade.${grade}`), accuracy[grade]] as const),
            ['none', t('trust.ungraded'), accuracy.none],
          ]
        : [],
    },
    { id: 'age', rows: BANDS.map((band) => [`age-${band}`, t(`census.trust.band.${band}`), ages[band] ?? 0]) },
    { id: 'source', rows: SourceKind.options.map((kind) => [kind, t(`trust.source.${kind}`), sources[kind]]) },
  ]
  return (
    <table className="ranked-table trust-table">
      <caption>
        {layerName(layer)} <small>{t('census.ofThings', { n: number(things) })}</small>
      </caption>
      {groups.map(({ id: group, rows }) =>
        rows.length === 0 ? null : (
          <tbody key={group}>
            <tr className="trust-group">
              <th colSpan={3} scope="rowgroup">
                {t(`census.trust.group.${group}`)}
              </th>
            </tr>
            {rows.map(([id, name, count]) => (
              <tr key={id} data-row={id}>
                <th scope="row">{name}</th>
                <td className={count > 0 ? undefined : 'zero'}>{number(count)}</td>
                <td className={count > 0 ? undefined : 'zero'}>{share(count)}</td>
              </tr>
            ))}
          </tbody>
        ),
      )}
    </table>
  )
}

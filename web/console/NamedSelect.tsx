import { Select, type SelectProps } from 'antd'
import { NamedList } from './NamedList.tsx'

/** antd's select, whose list says what it is of. */
export function NamedSelect<Value>({ label, ...props }: SelectProps<Value> & { label: string }) {
  return (
    <Select<Value> aria-label={label} popupRender={(list) => <NamedList label={label}>{list}</NamedList>} {...props} />
  )
}

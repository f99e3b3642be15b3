import { useId } from 'react'

export interface ChoiceOption<Id extends string> {
  id: Id
  name: string
}

interface ChoiceProps<Id extends string> {
  label: string
  options: readonly ChoiceOption<Id>[]
  value: Id | undefined
  onChange: (id: Id) => void
  className?: string
}

/** One of a few, side by side; arrow keys move between them as in any group of radio buttons. */
export function Choice<Id extends string>({ label, options, value, onChange, className = '' }: ChoiceProps<Id>) {
  const name = useId()
  return (
    <fieldset className={`choice ${className}`}>
      <legend className="hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.id} className="choice-option">
          <input
            type="radio"
            name={name}
            className="hidden"
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  )
}

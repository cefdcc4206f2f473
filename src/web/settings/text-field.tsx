type TextFieldProps = {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  type?: string;
  required?: boolean;
  placeholder?: string;
};

/** A labelled line of text in a form of two columns. */
export function TextField({
  id,
  label,
  value,
  change,
  type = 'text',
  required = false,
  placeholder = '',
}: TextFieldProps) {
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field max-w-[280px]"
        type={type}
        required={required}
        placeholder={placeholder}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </>
  );
}

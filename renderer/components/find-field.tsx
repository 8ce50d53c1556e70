import { Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Input, SearchField } from 'react-aria-components';
import './find-field.css';

interface FindFieldProps {
  readonly label: string;
  readonly id: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A search over what a page lists. */
export const FindField = ({ label, id, placeholder, value, onChange }: FindFieldProps): ReactElement => (
  <SearchField aria-label={label} className="find-field" value={value} onChange={onChange}>
    <Search aria-hidden />
    <Input id={id} placeholder={placeholder} />
  </SearchField>
);

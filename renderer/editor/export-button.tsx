import { FileDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../components/button.tsx';

interface ExportButtonProps {
  readonly isQuiet?: boolean;
  readonly onPress: () => void;
}

/** Saves the table beside it. */
export const ExportButton = ({ isQuiet = false, onPress }: ExportButtonProps): ReactElement => (
  <Button
    tone={isQuiet ? 'quiet' : 'plain'}
    isSmall={isQuiet}
    icon={<FileDown aria-hidden />}
    onPress={onPress}
  >
    Export CSV
  </Button>
);

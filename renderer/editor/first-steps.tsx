import type { ReactElement } from 'react';
import { Button } from '../components/button.tsx';
import { importSubmission } from './actions.ts';
import { goTo } from './state/navigation.ts';

/** What an empty workbook offers. */
export const FirstSteps = (): ReactElement => (
  <>
    <Button tone="primary" onPress={() => goTo({ kind: 'new' })}>
      New assessment
    </Button>
    <Button onPress={() => void importSubmission()}>Import submission</Button>
  </>
);

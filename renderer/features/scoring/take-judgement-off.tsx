import type { ReactElement } from 'react';
import { Button } from '../../components/button.tsx';

/** Takes a judgement off again, on a line of its own below the form that sets it. */
export const TakeJudgementOff = ({ onPress }: { readonly onPress: () => void }): ReactElement => (
  <div>
    <Button tone="quiet" isSmall onPress={onPress}>
      Take the judgement off
    </Button>
  </div>
);

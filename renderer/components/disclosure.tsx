import { ChevronRight } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from 'react-aria-components';
import './disclosure.css';

interface DisclosureProps {
  readonly title: string;
  /** What it is about, for those who do not see what it stands under. */
  readonly about?: string;
  /** Said beside the title while closed: what is inside. */
  readonly summary?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Drawn when it is first opened: for what is slow to draw and stands on a page many times. */
  readonly isDrawnWhenOpened?: boolean;
  readonly children: ReactNode;
}

export const Disclosure = ({
  title,
  about,
  summary,
  isOpenAtFirst = false,
  isDrawnWhenOpened = false,
  children,
}: DisclosureProps): ReactElement => {
  const [isDrawn, setIsDrawn] = useState(isOpenAtFirst || !isDrawnWhenOpened);
  return (
    <AriaDisclosure
      className="disclosure"
      defaultExpanded={isOpenAtFirst}
      onExpandedChange={() => setIsDrawn(true)}
    >
      <Button slot="trigger" className="disclosure-trigger">
        <ChevronRight aria-hidden />
        <span>
          {title}
          {about !== undefined && <span className="visually-hidden">: {about}</span>}
        </span>
        {summary !== undefined && <span className="disclosure-summary">{summary}</span>}
      </Button>
      <DisclosurePanel className="disclosure-panel">{isDrawn && children}</DisclosurePanel>
    </AriaDisclosure>
  );
};

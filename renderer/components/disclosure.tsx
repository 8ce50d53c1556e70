import { ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from 'react-aria-components';
import './disclosure.css';

interface DisclosureProps {
  readonly title: string;
  /** Said beside the title while closed: what is inside. */
  readonly summary?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

export const Disclosure = ({
  title,
  summary,
  isOpenAtFirst = false,
  children,
}: DisclosureProps): ReactElement => (
  <AriaDisclosure className="disclosure" defaultExpanded={isOpenAtFirst}>
    <Button slot="trigger" className="disclosure-trigger">
      <ChevronRight aria-hidden />
      <span>{title}</span>
      {summary !== undefined && <span className="disclosure-summary">{summary}</span>}
    </Button>
    <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
  </AriaDisclosure>
);

import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import './notice.css';

type NoticeTone = 'stop' | 'refer' | 'note' | 'done';

const ICONS = { stop: OctagonX, refer: TriangleAlert, note: Info, done: CircleCheck } as const;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: string;
  /** `alert` interrupts a screen reader: only for what just happened. */
  readonly role?: 'alert' | 'status' | undefined;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Inline message: what happened, what it means, what to do. Each tone has its own mark, not only its colour. */
export function Notice({ tone, title, role, actions, children }: NoticeProps): ReactElement {
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon aria-hidden className="notice-icon" />
      <div className="notice-words">
        {title !== undefined && <p className="notice-title">{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}

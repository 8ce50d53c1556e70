import { CircleAlert, CircleCheck, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, IconButton } from '../components/button.tsx';
import { dismiss, type Message, useMessages } from '../editor/state/messages.ts';
import './message-stack.css';

/** What was done, or what went wrong, at the foot of the window with what can be done next. */
export function MessageStack(): ReactElement {
  const messages = useMessages((state) => state.messages);
  return (
    <section className="message-stack" aria-label="Messages" aria-live="polite">
      {messages.map((message) => (
        <MessageLine key={message.id} message={message} />
      ))}
    </section>
  );
}

function MessageLine({ message }: { readonly message: Message }): ReactElement {
  const { id, tone, text, action } = message;
  return (
    <div className={`message message-${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      {tone === 'problem' ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
      <p>{text}</p>
      {action !== null && (
        <Button
          tone="quiet"
          isSmall
          onPress={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" onPress={() => dismiss(id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

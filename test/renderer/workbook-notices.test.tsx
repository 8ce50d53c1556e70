import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { WorkbookNotices } from '#renderer/app/workbook/workbook-notices.tsx';
import { dismissNotices, shownNotices, useDismissed } from '#renderer/editor/state/notices.ts';
import { NOTICE_KINDS } from '#shared/domain/records.ts';

const notices = NOTICE_KINDS.map((kind) => ({ kind, message: `What there is to say of ${kind}.` }));

describe('notices about the workbook', () => {
  beforeEach(() => useDismissed.setState({ keys: new Set() }));

  it('are all shown, each with a title, as a status, in a named region', () => {
    const markup = renderToStaticMarkup(<WorkbookNotices workbook={{ opening: 1, notices }} />);
    expect(markup).toContain('aria-label="Notices about the workbook"');
    expect(markup).toContain('aria-live="polite"');
    expect(markup.match(/role="status"/g)).toHaveLength(notices.length);
    expect(markup.match(/class="notice-title"/g)).toHaveLength(notices.length);
    for (const { message } of notices) expect(markup).toContain(message);
    // What says how the workbook is open stays as long as it is.
    expect(markup.match(/aria-label="Dismiss"/g)).toHaveLength(notices.length - 3);
  });

  it('stay away once they are put away, until there is something else to say or another opening', () => {
    dismissNotices(1, notices);
    const kindsShown = (opening: number, all = notices) =>
      shownNotices({ opening, notices: all }, useDismissed.getState().keys).map(({ kind }) => kind);
    expect(kindsShown(1)).toEqual(['read-only', 'backup', 'altered']);
    expect(kindsShown(1, [{ kind: 'clock', message: 'Again.' }])).toEqual(['clock']);
    expect(kindsShown(2)).toHaveLength(notices.length);
  });
});

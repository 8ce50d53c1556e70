const DIALOG = '[role="dialog"], [role="alertdialog"]';
/** What belongs together on a screen: one goes on in the nearest that is left. */
const GROUP = '.line-form, fieldset, form, .section-block';
const FIELD = 'input:not(:disabled, [tabindex="-1"]), textarea, button:not(:disabled, [tabindex="-1"])';
/** Where one goes on when the place itself is gone. */
const HEADINGS = '#section-heading, #page-heading';

/** What had the focus last, and where that stood. */
interface Place {
  readonly at: HTMLElement;
  readonly groups: readonly Element[];
}

const groupsOf = (at: Element): readonly Element[] => {
  const group = at.parentElement?.closest(GROUP);
  return group == null ? [] : [group, ...groupsOf(group)];
};

const isLeft = ({ at }: Place): boolean => at.isConnected && !at.matches(':disabled');

/**
 * Never leaves the keyboard on nothing: what is removed or disabled while it has the focus hands it on, unless somebody else
 * takes it first: to the dialog that is open, else to where one was before the dialog, else to the first field of what
 * stood around it, else to the heading. The result stops it.
 */
export function keepFocus(): () => void {
  let last: Place | null = null;
  let outside: Place | null = null;
  let isAsked = false;
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    last = { at: target, groups: groupsOf(target) };
    if (target.closest(DIALOG) === null) outside = last;
  };
  const places = (): readonly (HTMLElement | null | undefined)[] => {
    const open = [...document.querySelectorAll<HTMLElement>(DIALOG)].at(-1);
    const from = open === undefined ? outside : last;
    const around = from?.groups.find((group) => group.isConnected)?.querySelector<HTMLElement>(FIELD);
    const heading = [...document.querySelectorAll<HTMLElement>(HEADINGS)].at(-1);
    return [from?.at, around, open ?? heading];
  };
  const handOn = () => {
    isAsked = false;
    if (document.activeElement !== document.body || last === null || isLeft(last)) return;
    for (const place of places()) {
      if (place?.isConnected !== true) continue;
      place.focus({ preventScroll: true });
      if (document.activeElement === place) return;
    }
  };
  const watcher = new MutationObserver(() => {
    if (isAsked || last === null || isLeft(last)) return;
    isAsked = true;
    // After whoever moves the focus on purpose, which is done within two frames.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(handOn, 0)));
  });
  document.addEventListener('focusin', note);
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    document.removeEventListener('focusin', note);
    watcher.disconnect();
  };
}

import type { WebContents } from 'electron';

/** What a drawn page says that the printer does not write, or writes wrongly, in the order of the page. */
export interface PageWords {
  /** Of each heading: the printer doubles a bookmark whose heading begins a page, and joins the words of two lines. */
  readonly headings: readonly string[];
  /** Of each heading, the section that begins with it; null where none does. */
  readonly sections: readonly (string | null)[];
  /** What each table holds; empty where the table says it itself. */
  readonly tables: readonly string[];
  /** The heading that each link leads to, by the name of its place. */
  readonly links: Readonly<Record<string, string>>;
}

export interface PrintedPages {
  readonly pdf: Uint8Array;
  readonly words: PageWords;
}

const READ = `(() => {
  const words = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
  const all = (selector) => [...document.querySelectorAll(selector)];
  // The title of a group whose first heading follows at once, or the name over a letter.
  const leads = (heading) => heading.closest('.masthead') !== null
    || heading.nextElementSibling?.matches('h2, nav, :has(> h2:first-child)') === true;
  const headings = all('h1, h2, h3, h4, h5, h6');
  return {
    headings: headings.map(words),
    sections: headings.map((heading) => heading.closest('[data-section]')?.dataset.section
      ?? (heading.matches('h2') || (heading.matches('h1') && !leads(heading)) ? words(heading) : null)),
    tables: all('table').map((table) => table.getAttribute('aria-label') ?? ''),
    links: Object.fromEntries(all('a[href^="#"]').map((link) => {
      const place = link.getAttribute('href').slice(1);
      const target = document.getElementById(place);
      const heading = target?.matches('h1, h2, h3') ? target : target?.querySelector('h1, h2, h3');
      return [place, words(heading ?? link)];
    })),
  };
})()`;

/** Reads them from a page of our own, drawn and ready to be printed. */
export const readPageWords = (page: WebContents): Promise<PageWords> => page.executeJavaScript(READ);

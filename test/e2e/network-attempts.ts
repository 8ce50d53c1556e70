/**
 * Every way we know by which a page could reach a server. Runs inside the page; returns what each attempt came to. None may
 * end in `reached`.
 */
export async function attemptEverything(port: number): Promise<Record<string, string>> {
  const base = `http://127.0.0.1:${port}`;
  const patience = 1500;
  const outcome = (promise: Promise<unknown>): Promise<string> =>
    Promise.race([
      promise.then(
        () => 'reached',
        (error: unknown) => `refused (${error instanceof Error ? error.name : 'event'})`,
      ),
      new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), patience)),
    ]);
  const loading = (element: HTMLElement): Promise<unknown> =>
    new Promise((resolve, reject) => {
      element.addEventListener('load', resolve);
      element.addEventListener('loadeddata', resolve);
      element.addEventListener('error', reject);
      document.body.append(element);
    });
  const element = <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Record<string, string>,
  ): HTMLElementTagNameMap[K] => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const opened = (target: EventTarget): Promise<unknown> =>
    new Promise((resolve, reject) => {
      target.addEventListener('open', resolve);
      target.addEventListener('message', resolve);
      target.addEventListener('error', reject);
      target.addEventListener('close', reject);
    });
  const peer = async (iceServers: RTCIceServer[]): Promise<never> => {
    const connection = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'all' });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    // Whether anything left the machine is for the listener to say.
    await new Promise((resolve) => setTimeout(resolve, patience));
    connection.close();
    throw new Error('closed');
  };
  const attempts: Record<string, () => Promise<unknown>> = {
    fetch: () => fetch(`${base}/fetch`),
    'fetch without cors': () => fetch(`${base}/fetch-no-cors`, { mode: 'no-cors' }),
    'fetch by name': () => fetch('https://example.org/'),
    'fetch a file': () => fetch('file:///etc/hostname'),
    'fetch a redirect': () => fetch(`${base}/redirect`),
    'fetch another host of the scheme': () => fetch('app://elsewhere/index.html'),
    xhr: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('GET', `${base}/xhr`);
        request.send();
      }),
    'web socket': () => opened(new WebSocket(`ws://127.0.0.1:${port}/socket`)),
    'event source': () => opened(new EventSource(`${base}/events`)),
    image: () => loading(element('img', { src: `${base}/image.png` })),
    script: () => loading(element('script', { src: `${base}/script.js` })),
    stylesheet: () => loading(element('link', { rel: 'stylesheet', href: `${base}/style.css` })),
    preload: () => loading(element('link', { rel: 'preload', as: 'fetch', href: `${base}/preload` })),
    prefetch: () => loading(element('link', { rel: 'prefetch', href: `${base}/prefetch` })),
    preconnect: () => loading(element('link', { rel: 'preconnect', href: base })),
    'name prefetch': () => loading(element('link', { rel: 'dns-prefetch', href: base })),
    video: () => loading(element('video', { src: `${base}/video.mp4`, preload: 'auto' })),
    object: () => loading(element('object', { data: `${base}/object.svg` })),
    font: () => new FontFace('Elsewhere', `url(${base}/font.woff2)`).load(),
    module: () => import(/* @vite-ignore */ `${base}/module.js`),
    worker: () => opened(new Worker(`${base}/worker.js`)),
    'service worker': () => navigator.serviceWorker.register(`${base}/service.js`),
    beacon: async () => {
      if (!navigator.sendBeacon(`${base}/beacon`, 'x')) throw new Error('refused');
      await new Promise((resolve) => setTimeout(resolve, 300));
      throw new Error('queued');
    },
    'peer by stun': () => peer([{ urls: `stun:127.0.0.1:${port}` }]),
    'peer by turn over tcp': () =>
      peer([{ urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'a', credential: 'b' }]),
    'new window': async () => {
      if (window.open(`${base}/window`) === null) throw new Error('refused');
    },
    'link with a ping': async () => {
      const link = element('a', { href: '#here', ping: `${base}/ping` });
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      throw new Error('clicked');
    },
  };
  const results: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    results[name] = await outcome(
      (async () => {
        await attempt();
      })(),
    );
  }
  return results;
}

/** The ways that would take the page away; each is tried on its own. */
export const departures = {
  link: (port: number) => {
    const link = document.createElement('a');
    link.href = `http://127.0.0.1:${port}/link`;
    document.body.append(link);
    link.click();
  },
  location: (port: number) => {
    location.href = `http://127.0.0.1:${port}/location`;
  },
  redirect: (port: number) => {
    location.assign(`http://127.0.0.1:${port}/redirect`);
  },
  form: (port: number) => {
    const form = document.createElement('form');
    form.action = `http://127.0.0.1:${port}/form`;
    form.method = 'post';
    document.body.append(form);
    form.submit();
  },
  'target blank': (port: number) => {
    const link = document.createElement('a');
    link.href = `http://127.0.0.1:${port}/blank`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
  },
  'own page elsewhere': () => {
    location.href = 'app://ballast.example/index.html';
  },
  'file page': () => {
    location.href = 'file:///etc/hostname';
  },
} as const;

import { describe, expect, it } from 'vitest';
import { isAppUrl, isOwnResource } from '#electron/security/app-origin.ts';
import { contentPolicy, securityHeaders } from '#electron/security/content-policy.ts';
import { staticFileFor } from '#electron/security/static-files.ts';

describe('the origin of the application', () => {
  it.each(['app://ballast/', 'app://ballast/index.html', 'app://ballast/print.html?job=1#x'])(
    'is that of %s',
    (address) => {
      expect(isAppUrl(address)).toBe(true);
      expect(isOwnResource(address)).toBe(true);
    },
  );

  it.each([
    'app://ballast.example/index.html',
    'app://ballast@example/',
    'app://user@ballast/',
    'app://ballast:81/',
    'app://other/',
    'https://ballast/',
    'http://app//ballast/',
    'file:///app/ballast',
    'app:ballast',
    'ballast',
    '',
  ])('is not that of %s', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });

  it('extends to what a page makes itself', () => {
    expect(isOwnResource('blob:app://ballast/0d2c')).toBe(true);
    expect(isOwnResource('blob:https://example.org/0d2c')).toBe(false);
    expect(isOwnResource('data:image/png;base64,AA==')).toBe(true);
    expect(isOwnResource('ws://ballast/')).toBe(false);
    expect(isOwnResource('file:///etc/passwd')).toBe(false);
  });
});

describe('files of the application', () => {
  const path = (address: string) => staticFileFor('/app/out/renderer', address)?.path;

  it('lie below its folder', () => {
    expect(path('app://ballast/index.html')).toBe('/app/out/renderer/index.html');
    expect(path('app://ballast/assets/a-1.js?x=../../y')).toBe('/app/out/renderer/assets/a-1.js');
  });

  it('have the media type of their extension', () => {
    expect(staticFileFor('/r', 'app://ballast/a.js')?.mediaType).toBe('text/javascript; charset=utf-8');
    expect(staticFileFor('/r', 'app://ballast/a.woff2')?.mediaType).toBe('font/woff2');
  });

  it.each([
    'app://ballast/',
    'app://ballast/..%2fsecret.js',
    'app://ballast/..%5csecret.js',
    'app://ballast/a.js%00.html',
    'app://ballast/%zz.js',
    'app://ballast/main.map',
    'app://ballast/Workbook.ballast',
    'not an address',
  ])('are not served for %s', (address) => {
    expect(path(address)).toBeUndefined();
  });

  it.each(['app://ballast/%2e%2e/a.js', 'app://ballast/../../a.js', 'app://ballast//etc/a.js'])(
    'stay in the folder for %s',
    (address) => {
      expect(path(address)).toMatch(/^\/app\/out\/renderer\//);
    },
  );
});

describe('the content policy', () => {
  it('allows the own files and nothing else', () => {
    expect(contentPolicy).toMatch(/^default-src 'none'; /);
    expect(contentPolicy).toContain("script-src 'self'");
    expect(contentPolicy).toContain("connect-src 'none'");
    expect(contentPolicy).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  it('comes with the headers that stop guessing', () => {
    expect(securityHeaders['X-Content-Type-Options']).toBe('nosniff');
    expect(securityHeaders['Referrer-Policy']).toBe('no-referrer');
  });
});

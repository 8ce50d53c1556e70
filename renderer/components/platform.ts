const platform = typeof navigator === 'undefined' ? '' : navigator.platform;

export const IS_MAC = /mac/i.test(platform);
export const IS_WINDOWS = /win/i.test(platform) && !IS_MAC;

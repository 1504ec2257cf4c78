let known: boolean | undefined;

/** Whether Cmd is what Ctrl is elsewhere. Asked once: the answer comes from another process in some browsers. */
export const isApple = (): boolean => (known ??= /mac|ip(hone|ad|od)/i.test(navigator.platform));

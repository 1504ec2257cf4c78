/**
 * Web Test Runner's `sendMouse` has no wheel: the command `send-wheel` turns a real one by `deltaY` px where the pointer is.
 * Answers whether the browser's driver has one.
 */
export const wheelCommand = () => ({
  name: 'send-wheel-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'send-wheel') return undefined;
    const { mouse } = session.browser.getPage(session.id);
    if (!mouse.wheel) return false;
    await mouse.wheel({ deltaX: 0, deltaY: payload.deltaY });
    return true;
  },
});

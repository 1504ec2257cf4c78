/** Whether a key is an input method's that is composing; Safari tells it by this code alone on the key that ends a composition. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || Reflect.get(event, 'keyCode') === 229;

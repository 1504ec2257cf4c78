/** Whether reading begins at the right in an element. */
export const isRtl = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

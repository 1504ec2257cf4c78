export const arrowRight = 'm12 5 7 7-7 7M5 12h14';

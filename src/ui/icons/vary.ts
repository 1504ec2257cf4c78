export const vary = 'M2 9a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM8 15a7 7 0 1 0 14 0a7 7 0 1 0-14 0z';

export const sideways = 'm7 8-4 4 4 4m10-8 4 4-4 4M3 12h18';

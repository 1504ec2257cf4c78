export const arrowDown = 'm19 12-7 7-7-7M12 5v14';

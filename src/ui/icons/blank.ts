/** Takes the room of an icon. */
export const blank = 'M0 0';

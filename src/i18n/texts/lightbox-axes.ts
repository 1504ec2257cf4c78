import type { Message } from '../message.js';

/** The ways through the viewer, and its filmstrip. */
export const lightboxAxesTexts = {
  'axes.label': 'Up and down lead through',
  'axes.hintResults': 'Up and down: the results. Left and right: this session.',
  'axes.hintSessions': 'Up and down: other sessions. Left and right: this session.',
  'axes.session': 'Session',
  'axes.sessions': 'Sessions',
  'axes.results': 'Results',
  'axes.resultsName': 'Results: {place}',
  'axes.previousSession': 'Previous session',
  'axes.nextSession': 'Next session',
  'axes.previousResult': 'Previous result',
  'axes.nextResult': 'Next result',
  'axes.sessionStart': 'Start of the session',
  'axes.sessionEnd': 'End of the session',
  'axes.firstSession': 'This is the first session',
  'axes.lastSession': 'This is the last session',
  'axes.firstResult': 'This is the first result',
  'axes.lastResult': 'This is the last result',
  'axes.lookingForNext': 'Looking for the next one to judge. What you press now is for that one.',
  'axes.stopLooking': 'Stop',
  'axes.keyUnused': 'Your last key was not used. It was meant for the next iteration.',
  'slideshow.label': 'Slideshow',
  'strip.label': 'Filmstrip of the session',
  'strip.show': 'Show filmstrip',
  'strip.hide': 'Hide filmstrip',
} as const satisfies Readonly<Record<string, Message>>;

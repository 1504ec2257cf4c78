/** Tags of the views that the app does not show at first: their code comes later. */
export const LATER_VIEWS = ['iteration-grid', 'imagination-session', 'iteration-timeline'] as const;

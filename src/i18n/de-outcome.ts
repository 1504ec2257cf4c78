import type { Messages } from './en.js';

/** Texts in German of what came of something: a part of `de`. */
export const deOutcome: Partial<Messages> = {
  'toast.archivedIterations': { one: '{count} Iteration archiviert', other: '{count} Iterationen archiviert' },
  'toast.unarchivedIterations': {
    one: '{count} Iteration wiederhergestellt',
    other: '{count} Iterationen wiederhergestellt',
  },
  'toast.undone': 'Rückgängig gemacht',
  'toast.redone': 'Erneut ausgeführt',
  'toast.leftAlone': {
    one: '{count} seitdem von jemandem geändert und so gelassen',
    other: '{count} seitdem von jemandem geändert und so gelassen',
  },
  'outcome.nothing': 'Nichts wurde geändert',
  'outcome.done': { one: '{count} erledigt', other: '{count} erledigt' },
  'outcome.undone': { one: '{count} rückgängig gemacht', other: '{count} rückgängig gemacht' },
  'outcome.redone': { one: '{count} erneut ausgeführt', other: '{count} erneut ausgeführt' },
  'outcome.because': '{what}: {reason}',
  'outcome.mostly': '{what}, davon {most}: {reason}',
  'outcome.ended': 'Dann brach es ab: {reason}',
  'batch.failed.archive': {
    one: '{count} konnte nicht archiviert werden',
    other: '{count} konnten nicht archiviert werden',
  },
  'batch.failed.unarchive': {
    one: '{count} konnte nicht wiederhergestellt werden',
    other: '{count} konnten nicht wiederhergestellt werden',
  },
  'batch.failed.star': { one: '{count} konnte nicht markiert werden', other: '{count} konnten nicht markiert werden' },
  'batch.failed.unstar': { one: '{count} blieb markiert', other: '{count} blieben markiert' },
  'batch.failed.rate': { one: '{count} behielt die Bewertung', other: '{count} behielten ihre Bewertung' },
  'batch.failed.flag': { one: '{count} behielt die Markierung', other: '{count} behielten ihre Markierung' },
  'batch.failed.move': {
    one: '{count} konnte nicht verschoben werden',
    other: '{count} konnten nicht verschoben werden',
  },
  'batch.failed.projects': {
    one: '{count} konnte nicht einsortiert werden',
    other: '{count} konnten nicht einsortiert werden',
  },
  'batch.failed.other': { one: '{count} fehlgeschlagen', other: '{count} fehlgeschlagen' },
  'batch.failed.undo': {
    one: '{count} konnte nicht rückgängig gemacht werden',
    other: '{count} konnten nicht rückgängig gemacht werden',
  },
  'batch.failed.redo': {
    one: '{count} konnte nicht erneut ausgeführt werden',
    other: '{count} konnten nicht erneut ausgeführt werden',
  },
  'reason.aborted': 'abgebrochen',
  'reason.network': 'keine Verbindung',
  'reason.timeout': 'der Server hat zu lange gebraucht',
  'reason.unauthorized': 'abgemeldet',
  'reason.forbidden': 'nicht erlaubt',
  'reason.not-found': 'nicht mehr vorhanden',
  'reason.conflict': 'gleichzeitig anderswo geändert',
  'reason.invalid': 'nicht angenommen',
  'reason.rate-limited': 'zu viele Anfragen auf einmal',
  'reason.quota': 'kein Platz oder Guthaben mehr',
  'reason.moderated': 'gegen die Inhaltsregeln',
  'reason.too-large': 'zu groß',
  'outcome.referencesFull':
    'Der Entwurf hat schon {count} Referenzen; mehr sind nicht möglich. Nimm zuerst eine heraus.',
  'reason.unsupported': 'geht hier nicht',
  'reason.cursor-expired': 'die Liste hat sich geändert',
  'reason.unavailable': 'der Dienst ist nicht erreichbar',
  'reason.internal': 'unerwarteter Fehler',
  'action.undo': 'Rückgängig',
  'action.redo': 'Wiederholen',
  'action.retryFailed': 'Fehlgeschlagene wiederholen',
};

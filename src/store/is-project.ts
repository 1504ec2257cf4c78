import type { Project } from '../model/index.js';
import { isId, isRecord } from './sanitize.js';

/** Whether a value can be shown as a project. */
export const isProject = (value: unknown): value is Project =>
  isRecord(value) && isId(value['id']) && typeof value['name'] === 'string';

import { deleteDB } from 'idb';

const names = new Set<string>();
let count = 0;

/** A name for a database that no other test has. */
export function freshName(): string {
  const name = `imaginations-test-${Date.now()}-${count++}`;
  names.add(name);
  return name;
}

/** Deletes the databases of the tests so far. */
export async function deleteDatabases(): Promise<void> {
  await Promise.all([...names].map((name) => deleteDB(name)));
  names.clear();
}

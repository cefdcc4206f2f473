import type { Part } from '#record/append.js';
import type { WorkspaceState } from '#views/workspace/state.js';

const SAVE =
  'insert into baton.view_workspace (workspace, number, state) select w.workspace, $1::bigint, $2::jsonb from w ' +
  'on conflict (workspace) do update set number = baton.ahead(view_workspace.number, excluded.number), state = excluded.state';

/** The saved state of the workspace, written with its entries. */
export function saveWorkspacePart(state: WorkspaceState, number: number): Part {
  return {
    text: SAVE,
    values: [number, JSON.stringify(state)],
  };
}

import { type Handler, Hono } from 'hono';
import { accountRoutes } from '../routes/account.ts';
import { controlRoutes } from '../routes/control.ts';
import { fileRoutes } from '../routes/files.ts';
import { modelRoutes } from '../routes/models.ts';
import { workflowActionRoutes } from '../routes/workflow-actions.ts';
import { workflowEventRoutes } from '../routes/workflow-events.ts';
import { workflowRoutes } from '../routes/workflows.ts';
import { ApiError } from './api-error.ts';
import type { Emulation, RequestEnvironment } from './environment.ts';
import { errorResponse, thrownResponse } from './error-response.ts';
import { gate } from './gate.ts';

/** Handlers of one path, by method. */
export type RouteTable = Record<
  string,
  Partial<Record<'GET' | 'POST' | 'DELETE', Handler<RequestEnvironment>>>
>;

/** The HTTP surface of the emulator. */
export function createApp(emulation: Emulation): Hono<RequestEnvironment> {
  const app = new Hono<RequestEnvironment>({ strict: false });
  app.use('*', gate(emulation));
  app.onError((error, c) => thrownResponse(c, error));
  app.notFound((c) => errorResponse(c, new ApiError(404, `There is no route ${c.req.method} ${c.req.path}`)));
  const tables = [
    { '/health': { GET: (c) => c.json({ status: 'ok' }) } } satisfies RouteTable,
    workflowRoutes(emulation),
    workflowActionRoutes(emulation),
    workflowEventRoutes(emulation),
    modelRoutes(emulation),
    accountRoutes(emulation),
    fileRoutes(emulation),
    controlRoutes(emulation),
  ];
  for (const table of tables) mount(app, table);
  return app;
}

function mount(app: Hono<RequestEnvironment>, table: RouteTable): void {
  for (const [path, handlers] of Object.entries(table)) {
    for (const [method, handler] of Object.entries(handlers)) app.on(method, path, handler);
    const allow = Object.keys(handlers).join(', ');
    app.all(path, (c) => {
      c.header('allow', allow);
      return errorResponse(c, new ApiError(405, `${c.req.path} takes ${allow}, not ${c.req.method}`));
    });
  }
}

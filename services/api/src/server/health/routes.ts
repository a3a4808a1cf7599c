import type { Health, HealthAnswer } from '@outstanding/runtime'
import type { Response, Router } from 'express'

/** `/health/live`, `/health/ready`, `/health/startup` and `/version`. */
export function addHealthRoutes(router: Router, health: Health): void {
  const send = (response: Response, { status, body }: HealthAnswer): void =>
    void response.status(status).set('cache-control', 'no-store').json(body)
  router.get('/health/live', (_request, response) => send(response, health.live()))
  router.get('/health/ready', async (_request, response) => send(response, await health.ready()))
  router.get('/health/startup', async (_request, response) => send(response, await health.startup()))
  router.get('/version', (_request, response) => send(response, health.version()))
}

import type { Page } from '@playwright/test';
import { AppError, errorCodes, type ErrorCode } from '../../shared/contract/errors.ts';
import type { Answer, Bridge } from '../../shared/contract/channels.ts';
import type { Input, Noun, Output, ProcedureName } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';

declare const window: { readonly drieluik: Bridge };

/** Asks through the page's own bridge, as its buttons do. @throws AppError with the code of the answer. */
export async function callInPage<N extends Noun, P extends ProcedureName<N>>(
  page: Page,
  noun: N,
  procedure: P,
  input: Input<N, P>,
): Promise<Output<N, P>> {
  const asked = { channel: `${noun}.${procedure}`, input: input as unknown };
  const answer: Answer = await page.evaluate((ask) => window.drieluik.call(ask.channel, ask.input), asked);
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.params);
  // Main has parsed it with the output schema of this very procedure.
  return answer.data as Output<N, P>;
}

/** Waits until a job has ended well. @throws AppError with the job's own code. */
export async function jobDone(page: Page, jobId: string): Promise<Job> {
  for (;;) {
    const job = (await callInPage(page, 'jobs', 'list', {})).find((one) => one.id === jobId);
    if (!job) throw new AppError('not-found');
    if (job.state === 'done') return job;
    if (job.state !== 'queued' && job.state !== 'running')
      throw new AppError(codeOf(job.error?.code), job.error?.params);
    await page.waitForTimeout(50);
  }
}

function codeOf(code: string | undefined): ErrorCode {
  return errorCodes.find((one) => one === code) ?? 'internal';
}

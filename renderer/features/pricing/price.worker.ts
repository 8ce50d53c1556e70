import { z } from 'zod';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Result } from '#shared/domain/result.ts';
import { factorEffects, premiumRange } from '#shared/pricing/factor-effects.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { solveLimit, solveRetention } from '#shared/pricing/solve.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { evaluate } from '#shared/underwriting/evaluate.ts';
import type { Explanation } from '../../editor/draft/price-view.ts';
import type { JobRequest, Phase, PriceReply, PriceRequest, SolveJob } from './price-messages.ts';

// The content policy forbids compiling code from text; without this each schema would try it once.
z.config({ jitless: true });

const cache = makeLossCache();
let model: RatingModel | null = null;

self.onmessage = ({ data }: MessageEvent<PriceRequest>) => {
  if (data.kind === 'model') {
    model = data.model;
    return;
  }
  self.postMessage(replyTo(data));
};

function replyTo(request: JobRequest): PriceReply {
  const { sequence } = request;
  if (model === null) return { sequence, kind: 'failure', why: 'The pricing engine has no model.' };
  try {
    if (request.kind === 'solve') return { sequence, kind: 'solution', outcome: solve(request, model) };
    const { content, phase } = request;
    return phase === 'explain'
      ? { sequence, kind: 'explanation', explanation: explain(content, model) }
      : { sequence, ...price(content, model, phase) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { sequence, kind: 'failure', why: `The pricing engine failed: ${why}.` };
  }
}

function price(content: AssessmentContent, rating: RatingModel, grid: Exclude<Phase, 'explain'>) {
  const { price: result } = evaluate(content, rating, grid, cache);
  if (result.ok) return { kind: 'price', price: result.value, problems: [] } as const;
  const { message, field } = result.failure;
  return { kind: 'price', price: null, problems: [{ message, field: field ?? null }] } as const;
}

function explain(content: AssessmentContent, rating: RatingModel): Explanation {
  const options = { grid: 'full', cache } as const;
  const score = scoreAssessment(content, rating);
  return {
    bridge: orNull(premiumBridge(content, score, rating, options)),
    effects: orNull(factorEffects(content, score, rating, options)),
    range: orNull(premiumRange(content, rating, options)),
  };
}

function solve({ content, question }: SolveJob, rating: RatingModel) {
  const solveFor = question.what === 'retention' ? solveRetention : solveLimit;
  return solveFor(content, scoreAssessment(content, rating), rating, question, { grid: 'full', cache });
}

const orNull = <T>(result: Result<T>): T | null => (result.ok ? result.value : null);

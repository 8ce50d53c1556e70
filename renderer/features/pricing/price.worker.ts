import { z } from 'zod';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { evaluate } from '#shared/pricing/evaluate.ts';
import { makeLossCache } from '#shared/pricing/loss-cache.ts';
import type { PriceReply, PriceRequest } from './price-messages.ts';

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

function replyTo({ sequence, content, grid }: Extract<PriceRequest, { kind: 'price' }>): PriceReply {
  const reply = { sequence, grid };
  if (model === null)
    return { ...reply, price: null, problems: [], failure: 'The pricing engine has no model.' };
  try {
    const { price } = evaluate(content, model, grid, cache);
    if (price.ok) return { ...reply, price: price.value, problems: [], failure: null };
    const { message, field } = price.failure;
    return { ...reply, price: null, problems: [{ message, field: field ?? null }], failure: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...reply, price: null, problems: [], failure: `The pricing engine failed: ${why}.` };
  }
}

import { z } from 'zod';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { repriceBatch } from './reprice-batch.ts';
import type { RepriceRequest } from './reprice-messages.ts';

// The content policy forbids compiling code from text; without this each schema would try it once.
z.config({ jitless: true });

let model: RatingModel | null = null;

self.onmessage = ({ data }: MessageEvent<RepriceRequest>) => {
  if (data.kind === 'model') model = data.model;
  else repriceBatch(data.items, model, (reply) => self.postMessage(reply));
};

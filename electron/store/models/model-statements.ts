export const MODEL_IS_KEPT = `SELECT 1 FROM models WHERE hash = ?`;

export const INSERT_MODEL = `
INSERT INTO models (hash, model_id, kept_at, json_sha256, json) VALUES (@hash, @modelId, @keptAt, @jsonSha256, @json)`;

export const MODEL_BY_HASH = `SELECT hash, json_sha256 AS jsonSha256, json FROM models WHERE hash = ?`;

export const ALL_MODELS = `SELECT hash, model_id AS modelId, json FROM models`;

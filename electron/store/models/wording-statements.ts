export const WORDING_IS_KEPT = `SELECT 1 FROM model_wordings WHERE model_hash = @modelHash AND hash = @hash`;

export const INSERT_WORDING = `
INSERT INTO model_wordings (hash, model_hash, wording_id, kept_at, json_sha256, json)
VALUES (@hash, @modelHash, @wordingId, @keptAt, @jsonSha256, @json)`;

/** The one kept last, of a model. */
export const WORDING_OF_MODEL = `
SELECT hash, json_sha256 AS jsonSha256, json FROM model_wordings WHERE model_hash = ? ORDER BY kept_at DESC LIMIT 1`;

export const ALL_WORDINGS = `SELECT hash, wording_id AS wordingId, json FROM model_wordings`;
